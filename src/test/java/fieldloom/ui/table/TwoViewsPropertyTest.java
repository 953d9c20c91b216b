package fieldloom.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.canvas.CanvasRules;
import fieldloom.ui.canvas.CanvasViewModel;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.schematree.SchemaRow;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done in the table or on the canvas, both show the same rules. */
class TwoViewsPropertyTest {
  private static final List<String> SOURCES =
      List.of(
          "order.orderNo",
          "order.customer.code",
          "order.lines[]",
          "order.lines[].qty",
          "order.lines[].sku",
          "order.extras.tags[]");
  private static final List<String> TEXTS =
      List.of(
          "order.remark",
          "=UPPER(order.orderNo)",
          "\"100\"",
          "12",
          "line.qty * 2",
          "DEFAULT(order.currency, \"CNY\")",
          "each order.lines[] as l where l.qty > 1 order by l.no",
          "SUM(bill.FEntity[].FQty)",
          "UPPER(",
          "");

  private EditorSession session;
  private SchemaTreeViewModel source;
  private SchemaTreeViewModel target;
  private CanvasViewModel canvas;
  private RuleTableViewModel table;

  /** Each try begins with the mapping of the pictures. */
  private void open() {
    session =
        new EditorSession(
            OrderToBill.mapping(),
            OrderToBill.schemas(),
            Autosaver.none(),
            request -> Preview.none(request.mapping()),
            SessionThreads.direct());
    source = new SchemaTreeViewModel(session, Side.SOURCE);
    target = new SchemaTreeViewModel(session, Side.TARGET);
    canvas = new CanvasViewModel(session, source, target);
    table = new RuleTableViewModel(session, Settings.inMemory());
  }

  /**
   * Something that is done.
   *
   * @param row of the table, or of the target tree, from 0 and round again
   * @param other what it is done with, likewise
   */
  record Step(Kind kind, int row, int other) {}

  /** What can be done. */
  enum Kind {
    TYPE_RULE,
    TYPE_DEFAULT,
    TYPE_NOTE,
    PASTE,
    FILL_DOWN,
    DELETE_ROWS,
    DRAW_LINK,
    DELETE_ON_CANVAS,
    UNDO,
    REDO
  }

  @Property(tries = 150)
  void both_views_show_the_same_rules(@ForAll("steps") List<Step> steps) throws PackException {
    open();
    source.viewportHeightProperty().set(10_000);
    target.viewportHeightProperty().set(10_000);
    table.setActive(true);
    for (Step step : steps) {
      run(step);
      same(step);
    }
    Mapping last = session.mapping();
    byte[] file = MappingFile.write(last);
    assertThat(MappingFile.read(file, "x.flmap")).isEqualTo(last);
    while (session.undo() != null) {
      same(new Step(Kind.UNDO, 0, 0));
    }
    assertThat(MappingFile.write(session.mapping()))
        .isEqualTo(MappingFile.write(OrderToBill.mapping()));
  }

  private void run(Step step) {
    List<Row> rows = table.rows();
    int at = step.row() % rows.size();
    Row row = rows.get(at);
    String text = TEXTS.get(step.other() % TEXTS.size());
    table.select(CellRange.of(at, table.column(Column.RULE)));
    switch (step.kind()) {
      case TYPE_RULE -> table.edits().apply(row, Column.RULE, text);
      case TYPE_DEFAULT ->
          table.edits().apply(row, Column.DEFAULT, List.of("0", "=order.remark", "").get(at % 3));
      case TYPE_NOTE -> table.edits().apply(row, Column.NOTE, at % 3 == 0 ? "" : "note " + at);
      case PASTE -> table.edits().paste(text + "\tx\n" + TEXTS.get(at % TEXTS.size()));
      case FILL_DOWN -> {
        table.select(table.range().to(Math.min(at + 2, rows.size() - 1), table.range().column()));
        table.edits().fillDown();
      }
      case DELETE_ROWS -> {
        table.select(table.range().to(Math.min(at + 2, rows.size() - 1), table.range().column()));
        table.edits().delete();
      }
      case DRAW_LINK -> {
        FieldRef from = FieldRef.parse(SOURCES.get(step.other() % SOURCES.size()));
        canvas.link(from, row.field());
        if (canvas.choiceProperty().get() != null) {
          canvas.choose(step.other() % canvas.choiceProperty().get().options().size());
        }
      }
      case DELETE_ON_CANVAS -> {
        RuleView view = table.stateOf(row).view();
        if (view != null) {
          canvas.select(view.rule());
          session.deleteSelected();
        }
      }
      case UNDO -> session.undo();
      case REDO -> session.redo();
    }
  }

  private void same(Step after) {
    Set<Rule> inTable = new HashSet<>();
    Set<Rule> linked = new HashSet<>();
    for (Row row : table.rows()) {
      RuleView view = table.stateOf(row).view();
      if (view != null) {
        inTable.add(view.rule());
        if (!view.sources().isEmpty()) {
          linked.add(view.rule());
        }
      }
    }
    assertThat(inTable).as("%s", after).isEqualTo(new HashSet<>(session.mapping().rules()));
    assertThat(CanvasRules.drawn(canvas)).as("%s", after).isEqualTo(linked);
    Map<FieldRef, String> texts = TableFixture.rules(table);
    for (SchemaRow row : target.rows()) {
      String formula = texts.get(row.field());
      assertThat(target.stateOf(row).mapped()).as("%s %s", after, row).isEqualTo(formula != null);
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, 200),
            Arbitraries.integers().between(0, 200))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }
}
