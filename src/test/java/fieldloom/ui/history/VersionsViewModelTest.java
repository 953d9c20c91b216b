package fieldloom.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.difference.Change;
import fieldloom.model.difference.Differences;
import fieldloom.store.StoreException;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.history.VersionsViewModel.Line;
import fieldloom.ui.history.VersionsViewModel.Told;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FormulaDraft;
import fieldloom.ui.session.Marks;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VersionsViewModelTest {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final FieldRef NOTE = FieldRef.parse("bill.FNote");
  private static final FieldRef REMARK = FieldRef.parse("order.remark");

  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private final Kept kept = new Kept();
  private final EditorSession session =
      new EditorSession(
          OrderToBill.mapping(),
          OrderToBill.schemas(),
          kept,
          OrderToBill.canned(),
          SessionThreads.direct());
  private final VersionsViewModel model =
      new VersionsViewModel(session, kept, background, Clock.fixed(NOON, ZoneOffset.UTC));

  /** Keeps what is saved, as the store does. */
  private static final class Kept implements Autosaver, VersionSource {
    private final List<Mapping> versions = new ArrayList<>(List.of(OrderToBill.mapping()));

    @Override
    public int save(Mapping mapping) {
      versions.add(mapping);
      return versions.size();
    }

    @Override
    public void saveDraft(@Nullable FormulaDraft draft) {
      // No draft is looked for here.
    }

    @Override
    public Optional<FormulaDraft> draft() {
      return Optional.empty();
    }

    @Override
    public List<Saved> list() {
      List<Saved> all = new ArrayList<>();
      for (int number = versions.size(); number > 0; number--) {
        all.add(new Saved(number, NOON.minusSeconds(60L * (100 - number))));
      }
      return all;
    }

    @Override
    public Differences.Version load(int number) throws StoreException {
      if (number > versions.size()) {
        throw new StoreException("There is no version " + number + ".");
      }
      return new Differences.Version(versions.get(number - 1), Map.of());
    }
  }

  @AfterEach
  void close() {
    model.setShown(false);
    Texts.languageProperty().set(Language.ENGLISH);
    background.close();
  }

  private void show() {
    model.setShown(true);
    pump.until(() -> !model.lines().isEmpty());
  }

  private Line line(int version) {
    return model.lines().stream().filter(l -> l.version() == version).findFirst().orElseThrow();
  }

  private void choose(int... versions) {
    List<Line> lines = new ArrayList<>();
    for (int version : versions) {
      pump.until(() -> model.lines().stream().anyMatch(l -> l.version() == version));
      lines.add(line(version));
    }
    String before = model.titleProperty().get();
    model.choose(lines);
    pump.until(() -> !model.titleProperty().get().equals(before));
  }

  private List<String> sentences() {
    return model.changes().stream().map(Told::sentence).toList();
  }

  @Test
  void versionsAreListedTheNewestFirstAndEachSaveAddsOne() {
    show();
    assertThat(model.lines()).containsExactly(new Line(1, "10:21:00"));
    session.apply(new Edit.Link(REMARK, NOTE));
    pump.until(() -> model.lines().size() == 2);
    assertThat(model.lines()).extracting(Line::version).containsExactly(2, 1);
  }

  @Test
  void aChosenVersionIsComparedWithTheMappingAlsoWhileThatIsEdited() {
    show();
    choose(1);
    assertThat(model.titleProperty().get()).isEqualTo("Since version 1: no changes");
    session.apply(new Edit.Link(REMARK, NOTE));
    pump.until(() -> !model.changes().isEmpty());
    assertThat(sentences()).containsExactly("FNote: new, filled by order.remark");
    assertThat(model.titleProperty().get()).isEqualTo("Since version 1: 1 change");
    assertThat(model.marksProperty().get().fields()).containsEntry(NOTE, Change.Kind.NEW);
    session.undo();
    pump.until(() -> model.changes().isEmpty());
    assertThat(model.marksProperty().get().fields()).isEmpty();
  }

  @Test
  void twoVersionsAreComparedTheOlderWithTheNewerAndMarkedOnTheMappingAsItIs() {
    session.apply(new Edit.Link(REMARK, NOTE));
    session.apply(new Edit.SetFormula(NOTE, "UPPER(order.remark)"));
    show();
    choose(2, 1);
    assertThat(model.titleProperty().get()).isEqualTo("From version 1 to 2: 1 change");
    assertThat(sentences()).containsExactly("FNote: new, filled by order.remark");
    // The link is in the mapping still, within a formula: it is marked, and not drawn beside it.
    assertThat(model.marksProperty().get())
        .isEqualTo(new Marks(Map.of(NOTE, Change.Kind.NEW), List.of()));
    assertThat(model.restore()).isNull();
    session.apply(new Edit.SetFormula(NOTE, ""));
    pump.until(() -> !model.marksProperty().get().absent().isEmpty());
    assertThat(model.marksProperty().get().absent())
        .containsExactly(new Marks.Absent(REMARK, NOTE, Change.Kind.NEW));
    choose(3, 4);
    assertThat(model.marksProperty().get().absent())
        .containsExactly(new Marks.Absent(REMARK, NOTE, Change.Kind.GONE));
  }

  @Test
  void aVersionIsBroughtBackInOneStepThatCanBeTakenBack() {
    session.apply(new Edit.Link(REMARK, NOTE));
    session.apply(new Edit.SetFormula(NOTE, "UPPER(order.remark)"));
    Mapping newest = session.mapping();
    show();
    choose(1);
    assertThat(model.restore()).isEqualTo("Restore version 1");
    assertThat(session.mapping()).isEqualTo(OrderToBill.mapping());
    pump.until(() -> model.changes().isEmpty());
    assertThat(model.restore()).isNull();
    session.undo();
    assertThat(session.mapping()).isEqualTo(newest);
  }

  @Test
  void linksThatAreGoneAreMarkedFromTheirRowsToTheirField() {
    Rule date =
        session.mapping().rules().stream()
            .filter(r -> r.to().equals("FBillNo"))
            .findFirst()
            .orElseThrow();
    session.apply(new Edit.ChangeRule(date, "order.remark"));
    show();
    choose(1);
    Marks marks = model.marksProperty().get();
    FieldRef number = FieldRef.parse("bill.FBillNo");
    assertThat(marks.fields()).containsOnly(Map.entry(number, Change.Kind.CHANGED));
    assertThat(marks.absent())
        .containsExactly(
            new Marks.Absent(FieldRef.parse("order.orderNo"), number, Change.Kind.GONE));
  }

  @Test
  void aChangeLeadsToItsField() {
    session.apply(new Edit.Link(REMARK, NOTE));
    show();
    choose(1);
    model.select(model.changes().getFirst());
    assertThat(session.selection()).isEqualTo(Selection.target(NOTE));
  }

  @Test
  void changesAreSaidAgainInAnotherLanguage() {
    session.apply(new Edit.Link(REMARK, NOTE));
    show();
    choose(1);
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(sentences()).containsExactly("FNote：新增，取自 order.remark");
    assertThat(model.changes().getFirst().kind()).isEqualTo("新增");
  }

  @Test
  void whatIsNotShownComparesNothingAndAVersionThatIsGoneSaysSo() {
    model.choose(List.of(new Line(9, "")));
    assertThat(model.titleProperty().get()).isEmpty();
    model.setShown(true);
    pump.until(() -> !model.titleProperty().get().isEmpty());
    assertThat(model.titleProperty().get()).contains("There is no version 9.");
    model.setShown(false);
    assertThat(model.marksProperty().get()).isEqualTo(Marks.NONE);
  }
}
