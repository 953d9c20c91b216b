package fieldloom.ui.schematree;

import fieldloom.engine.FieldFailure;
import fieldloom.model.Document;
import fieldloom.model.FieldType;
import fieldloom.model.Problem;
import fieldloom.model.difference.Change;
import fieldloom.model.value.Absent;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldProblems;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FormulaText;
import fieldloom.ui.session.Loops;
import fieldloom.ui.session.Marks;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a row shows, from the session as it stands. */
final class RowStates {
  private static final Set<String> ROLL_UPS = Set.of("SUM", "COUNT", "AVERAGE", "MIN", "MAX");

  private final EditorSession session;
  private final Side side;
  private Preview preview;
  private Marks marks = Marks.NONE;
  private Set<FieldRef> stops = Set.of();
  private Map<FieldRef, Boolean> expected = Map.of();
  private Map<FieldRef, Problem> problems = Map.of();
  private Map<String, List<FieldFailure>> failures = Map.of();

  RowStates(EditorSession session, Side side) {
    this.session = session;
    this.side = side;
    this.preview = session.preview();
    refresh();
  }

  void setStops(Set<FieldRef> value) {
    stops = Set.copyOf(value);
  }

  void setMarks(Marks value) {
    marks = value;
  }

  void setExpected(Map<FieldRef, Boolean> value) {
    expected = value;
  }

  /** The mark of any of the names that share the row. */
  private Change.@Nullable Kind mark(SchemaRow row) {
    FieldRef at = row.field();
    Change.Kind found = marks.fields().get(at);
    for (int i = 1; i < row.names() && found == null; i++) {
      at = at.parent();
      found = marks.fields().get(at);
    }
    return found;
  }

  /** Takes up a new preview. */
  void refresh() {
    preview = session.preview();
    failures = preview.failuresByPath();
    problems = new HashMap<>();
    Loops loops = Loops.of(preview.mapping());
    for (Problem problem : preview.open()) {
      Problem.Place place = problem.place();
      FieldRef field =
          FieldProblems.field(preview.mapping(), loops, place.ruleIndex(), place.target());
      if (field != null) {
        problems.merge(field, problem, (a, b) -> a.isError() ? a : b);
      }
    }
  }

  List<FieldRef> problemFields() {
    return new ArrayList<>(problems.keySet());
  }

  /** What is wrong with the schemas of the side's documents. */
  List<Problem> schemaProblems() {
    boolean source = side == Side.SOURCE;
    List<Document> documents = source ? session.mapping().sources() : session.mapping().targets();
    String start = source ? "source " : "target ";
    List<String> places = documents.stream().map(d -> start + d.name()).toList();
    return session.schemaProblemsProperty().get().stream()
        .filter(problem -> places.contains(problem.place().target()))
        .toList();
  }

  /** Whether a row's field is neither a list nor a place of one. */
  boolean isPlain(SchemaRow row) {
    return !row.field().isArray() && !row.field().isPlace();
  }

  boolean hasProblem(SchemaRow row) {
    return problem(row) != null;
  }

  /** The problem of any of the names that share the row. */
  private @Nullable Problem problem(SchemaRow row) {
    if (side == Side.SOURCE) {
      return null;
    }
    FieldRef at = row.field();
    Problem found = problems.get(at);
    for (int i = 1; i < row.names() && found == null; i++) {
      at = at.parent();
      found = problems.get(at);
    }
    return found;
  }

  RowState of(SchemaRow row, RowState.Fit fit, boolean marked) {
    RuleIndex index = session.index();
    FieldRef field = row.field();
    List<RuleView> rules = side == Side.TARGET ? index.filling(field) : index.reading(field);
    boolean selected = session.selection().is(side, field);
    boolean related = session.related().has(side, field);
    Problem problem = problem(row);
    List<FieldFailure> failed =
        side == Side.TARGET ? failures.getOrDefault(field.path().toString(), List.of()) : List.of();
    RowState.Kind kind =
        session.isPreviewLate()
            ? RowState.Kind.STALE
            : related || selected ? RowState.Kind.NOW : RowState.Kind.PLAIN;
    String value = value(row, rules);
    if (problem != null && rules.isEmpty() && row.required() && !row.expandable()) {
      value = Words.get("missing");
      kind = RowState.Kind.WARNING;
    } else if (!failed.isEmpty()) {
      value = Sentences.said(failed.getFirst().message());
      kind = RowState.Kind.ERROR;
    }
    return new RowState(
        value,
        kind,
        selected,
        marked,
        related,
        !rules.isEmpty(),
        fit,
        problem,
        words(rules),
        mark(row),
        stops.contains(field),
        expected.get(field));
  }

  private String value(SchemaRow row, List<RuleView> rules) {
    if (side == Side.TARGET && !rules.isEmpty()) {
      RuleView rule = rules.getLast();
      String text = rule.rule().expression();
      if (rule.kind() == RuleView.Kind.CONSTANT && text != null) {
        return "=" + text;
      }
      if (rule.kind() == RuleView.Kind.COMPUTED && text != null && isRollUp(text)) {
        String shown = Values.show(preview.target(row.field()));
        return shown.isEmpty() ? "" : "Σ " + shown;
      }
    }
    if (row.field().isRoot()) {
      return "";
    }
    Object value = preview.value(side, row.field());
    if (row.type() == FieldType.OBJECT) {
      return row.expanded() ? "" : Values.count(row.fields(), "field");
    }
    if (row.type() == FieldType.ARRAY && value == Absent.ABSENT && !row.expanded()) {
      return row.fields() > 0 ? Values.count(row.fields(), "field") : "";
    }
    return Values.show(value);
  }

  private static boolean isRollUp(String formula) {
    List<String> functions = FormulaText.of(formula).functions();
    return !functions.isEmpty() && ROLL_UPS.contains(functions.getFirst());
  }

  private String words(List<RuleView> rules) {
    if (rules.isEmpty()) {
      return "";
    }
    RuleView rule = rules.getFirst();
    if (side == Side.SOURCE) {
      return rules.size() == 1
          ? Words.get("spoken.linked", rule.target().name())
          : Words.get("spoken.linked", Values.count(rules.size(), "field"));
    }
    return switch (rule.kind()) {
      case LINK -> Words.get("spoken.from", rule.inputs().getFirst().label());
      case PILL, NODE, COMPUTED -> Words.get("spoken.formula", rule.rule().expression());
      case CONSTANT -> Words.get("spoken.constant", rule.rule().expression());
      case LOOP ->
          Words.get("spoken.loop", rule.rule().each() == null ? "" : rule.rule().each().over());
    };
  }
}
