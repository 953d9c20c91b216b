package fieldloom.ui.tests;

import fieldloom.model.Mapping;
import fieldloom.pack.TestCases.Result;
import fieldloom.pack.TestCoverage;
import fieldloom.pack.TestCoverage.Untouched;
import fieldloom.pack.comparison.FieldResult.Kind;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.TestEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The test cases of the open mapping, how they ended last, and the fields of one of them. While it
 * is shown, the cases run again with each edit, in the background; a run that a newer edit has
 * overtaken is given up.
 */
public final class TestsViewModel {
  private final EditorSession session;
  private final TestRunner runner;
  private final Background background;
  private final ObservableList<CaseLine> cases = FXCollections.observableArrayList();
  private final ObservableList<FieldRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable TestReport> report = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable CaseLine> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable FieldRow> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Map<FieldRef, Boolean>> marks =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final BooleanProperty differencesOnly = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private List<FieldRow> all = List.of();
  private Background.@Nullable Work work;
  private boolean shown;

  public TestsViewModel(EditorSession session, TestRunner runner, Background background) {
    this.session = session;
    this.runner = runner;
    this.background = background;
    session.mappingProperty().addListener((o, was, is) -> edited());
    session.schemasProperty().addListener((o, was, is) -> showFields());
    differencesOnly.addListener((o, was, is) -> filter());
    showCases();
  }

  /** Tells whether the cases are in sight: only then they run by themselves. */
  public void setShown(boolean value) {
    shown = value;
    if (shown && (report.get() == null || stale.get())) {
      run();
    }
    tellMarks();
  }

  private void edited() {
    stale.set(report.get() != null);
    showCases();
    if (shown) {
      run();
    }
  }

  /** Runs all cases on the mapping as it is now; what was running before is given up. */
  public void run() {
    if (work != null) {
      work.cancel();
    }
    Mapping mapping = session.mapping();
    running.set(true);
    work =
        background.begin(
            runner.running(mapping),
            found -> {
              running.set(false);
              problem.set("");
              report.set(found);
              stale.set(session.mapping() != mapping);
              showCases();
            },
            sentence -> {
              running.set(false);
              problem.set(sentence);
            });
  }

  private void showCases() {
    TestReport now = report.get();
    List<CaseLine> lines = new ArrayList<>();
    for (Mapping.TestCase test : session.mapping().tests()) {
      lines.add(new CaseLine(test.name(), now == null ? null : result(now, test.name())));
    }
    cases.setAll(lines);
    CaseLine before = chosen.get();
    Optional<CaseLine> same =
        before == null
            ? Optional.empty()
            : lines.stream().filter(line -> line.name().equals(before.name())).findFirst();
    // The first time, a case that fails is what one wants to see.
    boolean fresh = before == null || before.result() == null && now != null;
    Optional<CaseLine> failing = lines.stream().filter(CaseLine::failed).findFirst();
    chosen.set(
        (fresh && failing.isPresent() ? failing : same)
            .orElse(lines.isEmpty() ? null : lines.getFirst()));
    showFields();
  }

  private static @Nullable Result result(TestReport report, String name) {
    return report.results().stream().filter(r -> r.name().equals(name)).findFirst().orElse(null);
  }

  /** Shows another case. */
  public void choose(@Nullable CaseLine line) {
    if (line != null && !line.equals(chosen.get())) {
      chosen.set(line);
      current.set(null);
      showFields();
    }
  }

  /** Shows the case of a name. */
  public void choose(String name) {
    cases.stream().filter(line -> line.name().equals(name)).findFirst().ifPresent(this::choose);
  }

  private void showFields() {
    CaseLine line = chosen.get();
    CaseFields fields = new CaseFields(session.schemas(), Texts.language().locale());
    all = fields.rows(line == null ? null : line.result());
    FieldRow before = current.get();
    filter();
    current.set(before == null ? null : again(before));
    tellMarks();
  }

  private @Nullable FieldRow again(FieldRow before) {
    return rows.stream()
        .filter(row -> row.place().equals(before.place()))
        .filter(row -> row.result().target().equals(before.result().target()))
        .findFirst()
        .orElse(null);
  }

  private void filter() {
    rows.setAll(differencesOnly.get() ? all.stream().filter(FieldRow::differs).toList() : all);
  }

  private void tellMarks() {
    marks.set(shown ? CaseFields.marks(all) : Map.of());
  }

  /** Says the fields' titles in another language. */
  public void retitle() {
    showFields();
  }

  /** Makes a field the current one and selects it in the mapping. */
  public void go(@Nullable FieldRow row) {
    current.set(row);
    FieldRef field = row == null ? null : row.field();
    if (field != null) {
      session.select(Selection.target(field));
    }
  }

  /**
   * Makes the field at a place of a target's comparison the current one.
   *
   * @param place as {@code FieldResult.at} has it
   */
  void go(String target, int place) {
    FieldRow before = current.get();
    boolean same = before != null && isAt(before, target, place);
    if (!same) {
      all.stream().filter(row -> isAt(row, target, place)).findFirst().ifPresent(this::go);
    }
  }

  private static boolean isAt(FieldRow row, String target, int place) {
    return row.result().at() == place && row.result().target().equals(target);
  }

  /** Goes to the next difference, of this case or the next that has one, in a circle. */
  public void next() {
    for (int i = place(current.get()) + 1; i < all.size(); i++) {
      if (all.get(i).differs()) {
        go(all.get(i));
        return;
      }
    }
    CaseLine line = chosen.get();
    int from = line == null ? 0 : cases.indexOf(line);
    for (int i = 1; i <= cases.size(); i++) {
      CaseLine other = cases.get((from + i) % cases.size());
      Result result = other.result();
      if (result != null && !result.differences().isEmpty()) {
        choose(other);
        all.stream().filter(FieldRow::differs).findFirst().ifPresent(this::go);
        return;
      }
    }
  }

  private int place(@Nullable FieldRow row) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == row) {
        return i;
      }
    }
    return -1;
  }

  /** Makes the value that came the wanted one: of the current difference, else of all fields. */
  public void accept() {
    FieldRow row = current.get();
    if (row == null || !row.differs()) {
      acceptAll();
    } else {
      accept(Map.of(row.result().target(), Set.of(row.result().at())));
    }
  }

  /** Makes all that came the wanted output of the chosen case. */
  public void acceptAll() {
    accept(null);
  }

  private void accept(@Nullable Map<String, Set<Integer>> accepted) {
    CaseLine line = chosen.get();
    Result result = line == null ? null : line.result();
    TestReport now = report.get();
    if (result != null && now != null && !result.outputs().isEmpty()) {
      background.run(
          runner.accepting(now.mapping(), result, accepted),
          test -> session.apply(new TestEdit.Accept(test)),
          problem::set);
    }
  }

  /** Lets the current field have any value in this case, or compares it again. */
  public void ignore() {
    FieldRow row = current.get();
    CaseLine line = chosen.get();
    if (row != null && line != null && !row.result().field().isEmpty()) {
      session.apply(
          new TestEdit.Ignore(
              line.name(), row.result().field(), row.result().kind() != Kind.IGNORED));
    }
  }

  /** Goes to what no case touches: its rule. */
  public void go(Untouched gap) {
    if (gap.rule() >= 0 && gap.rule() < session.mapping().rules().size()) {
      session.select(Selection.rule(session.mapping().rules().get(gap.rule())));
    }
  }

  /** The cases in the order of the mapping. */
  public ObservableList<CaseLine> cases() {
    return cases;
  }

  /** The fields of the chosen case, all or those that differ. */
  public ObservableList<FieldRow> rows() {
    return rows;
  }

  /** How many fields of the chosen case came out in one of these ways. */
  public long count(Kind... kinds) {
    List<Kind> wanted = List.of(kinds);
    return all.stream().filter(row -> wanted.contains(row.result().kind())).count();
  }

  /** How many fields of the chosen case differ. */
  public long differing() {
    return all.stream().filter(FieldRow::differs).count();
  }

  public long passing() {
    return cases.stream().filter(CaseLine::passed).count();
  }

  /** What the cases touch; null before they have run. */
  public @Nullable TestCoverage coverage() {
    TestReport now = report.get();
    return now == null ? null : now.coverage();
  }

  public ReadOnlyObjectProperty<@Nullable TestReport> reportProperty() {
    return report.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable CaseLine> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable FieldRow> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Whether each field of the targets is as expected in the chosen case, while it is shown. */
  public ReadOnlyObjectProperty<Map<FieldRef, Boolean>> marksProperty() {
    return marks.getReadOnlyProperty();
  }

  public BooleanProperty differencesOnlyProperty() {
    return differencesOnly;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether the mapping was edited since the cases ran. */
  public ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /** Why the cases could not run or be kept; empty where they could. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Why the chosen case could not be compared; empty where it could. */
  public String failure() {
    CaseLine line = chosen.get();
    Result result = line == null ? null : line.result();
    return result == null ? "" : Sentences.said(Objects.requireNonNullElse(result.failure(), ""));
  }

  /** Works beside everything else, for views that compute what they show. */
  Background background() {
    return background;
  }
}
