package fieldloom.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Rule;
import fieldloom.model.value.Obj;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several samples beside each other: what each becomes, and where they differ. */
class GridViewModelTest {
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private final ObservableList<String> samples =
      FXCollections.observableArrayList("s/a.json", "s/b.json", "s/bad.json");
  private final EditorSession session =
      new EditorSession(
          OrderToBill.empty()
              .withRules(
                  List.of(
                      Rule.link("FBillNo", "order.orderNo"), Rule.formula("FNote", "\"same\""))),
          OrderToBill.schemas(),
          Autosaver.none(),
          Previewer.engine(),
          SessionThreads.direct());
  private int asked;
  private GridViewModel model;

  @BeforeEach
  void begin() {
    model = new GridViewModel(session, samples, this::running, background);
    model.activeProperty().set(true);
    settle();
  }

  @AfterEach
  void close() {
    background.close();
  }

  private void settle() {
    pump.until(() -> background.runningProperty().get() == 0);
  }

  private Callable<List<SampleRuns.Column>> running(List<String> names) {
    asked++;
    return () -> {
      List<SampleRuns.Column> columns = new ArrayList<>();
      for (String name : names) {
        columns.add(
            name.endsWith("bad.json")
                ? new SampleRuns.Column(name, null, "bad.json cannot be read.")
                : new SampleRuns.Column(name, preview(name), ""));
      }
      return columns;
    };
  }

  private Preview preview(String name) {
    Sample sample =
        new Sample(name, Map.of("order", List.of(new Obj().put("orderNo", name.substring(2, 3)))));
    return Previewer.engine()
        .preview(
            new Previewer.Request(
                session.mapping(), session.schemas(), Map.of(), sample, 0, List.of()));
  }

  private SamplesGrid.Row row(String field) {
    return model.rows().stream()
        .filter(row -> row.field().equals(FieldRef.parse("bill." + field)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_sample_has_a_column_and_rows_tell_where_they_differ() {
    assertThat(model.gridProperty().get().columns())
        .extracting(SampleRuns.Column::fileName)
        .containsExactly("a.json", "b.json", "bad.json");
    assertThat(row("FBillNo").values()).containsExactly("a", "b", "");
    assertThat(row("FBillNo").differs()).isTrue();
    assertThat(row("FNote").values()).containsExactly("same", "same", "");
    assertThat(row("FNote").differs()).as("what cannot be read differs in nothing").isFalse();
    model.onlyDifferingProperty().set(true);
    assertThat(model.rows())
        .extracting(row -> row.field().toString())
        .containsExactly("bill.FBillNo");
  }

  @Test
  void a_sample_that_cannot_be_read_is_a_sentence_that_goes_with_it() {
    assertThat(model.problemProperty().get()).isEqualTo("bad.json cannot be read.");
    model.choose("s/bad.json", false);
    settle();
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(model.chosen()).containsExactly("s/a.json", "s/b.json");
  }

  @Test
  void an_edit_shows_in_all_columns_at_once() {
    session.apply(
        new Edit.SetFormula(FieldRef.parse("bill.FBillNo"), null, "UPPER(order.orderNo)"));
    settle();
    assertThat(row("FBillNo").values()).containsExactly("A", "B", "");
  }

  @Test
  void nothing_is_computed_while_nobody_looks() {
    model.activeProperty().set(false);
    int before = asked;
    session.apply(new Edit.SetFormula(FieldRef.parse("bill.FNote"), null, "\"new\""));
    settle();
    assertThat(asked).isEqualTo(before);
    model.activeProperty().set(true);
    settle();
    assertThat(row("FNote").values()).containsExactly("new", "new", "");
  }

  @Test
  void new_samples_are_shown_until_somebody_chooses() {
    samples.add("s/c.json");
    settle();
    assertThat(model.chosen()).hasSize(GridViewModel.FIRST);
    samples.add("s/d.json");
    settle();
    assertThat(model.chosen()).doesNotContain("s/d.json");
    model.choose("s/d.json", true);
    samples.remove("s/a.json");
    settle();
    assertThat(model.chosen()).containsExactly("s/b.json", "s/bad.json", "s/c.json", "s/d.json");
  }

  @Test
  void a_row_selects_its_field() {
    model.select(row("FNote"));
    assertThat(session.selection()).isEqualTo(Selection.target(FieldRef.parse("bill.FNote")));
  }
}
