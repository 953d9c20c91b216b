package fieldloom.ui.canvas;

import fieldloom.engine.FieldFailure;
import fieldloom.model.Each;
import fieldloom.model.Problem;
import fieldloom.model.difference.Change;
import fieldloom.ui.canvas.Frame.Run;
import fieldloom.ui.canvas.Frame.Tone;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Marks;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Scope;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All that frames need and that does not change with scrolling. */
final class CanvasScene {
  private static final Pattern LENGTHS = Pattern.compile("(\\d+)\\D+(\\d+)");
  private static final Pattern TYPES = Pattern.compile("(\\w+) may not fit into an? (\\w+)");

  private final RuleIndex index;
  private final Preview preview;
  private final RowStrip source;
  private final RowStrip target;
  private final LinkTable table;
  private final TableKey tableKey;
  private final Map<Integer, Problem> problems = new HashMap<>();
  private final Tone[] tones;
  private final Map<String, List<FieldFailure>> failures;
  private final NodeBoxes boxes;
  private final Marks marks;

  /** Those of the scene before until they are measured in this one. */
  private @Nullable NodeBlocks blocks;

  private boolean measured;

  /** All that the ends of links depend on; index and scope are not changed once they are made. */
  private record TableKey(
      RuleIndex index, Scope scope, int sourceRows, int targetRows, Language language) {
    static TableKey of(RuleIndex index, Scope scope, RowStrip source, RowStrip target) {
      return new TableKey(
          index,
          scope,
          source.revisionProperty().get(),
          target.revisionProperty().get(),
          Texts.language());
    }
  }

  /**
   * @param marks what another version of the mapping had otherwise
   * @param before the scene before; null where there is none
   */
  CanvasScene(
      RuleIndex index,
      Scope scope,
      Preview preview,
      RowStrip source,
      RowStrip target,
      Marks marks,
      @Nullable CanvasScene before) {
    this.index = index;
    this.blocks = before == null ? null : before.blocks;
    this.marks = marks;
    this.preview = preview;
    this.source = source;
    this.target = target;
    this.tableKey = TableKey.of(index, scope, source, target);
    this.table =
        before != null && before.tableKey.equals(tableKey)
            ? before.table
            : LinkTable.of(index, scope, source, target);
    this.failures = preview.failuresByPath();
    // Problems of an older mapping would point at other rules.
    if (preview.mapping() == index.mapping()) {
      for (Problem problem : preview.open()) {
        problems.merge(problem.place().ruleIndex(), problem, (a, b) -> a.isError() ? a : b);
      }
    }
    tones = new Tone[index.views().size()];
    for (RuleView view : index.views()) {
      tones[view.index()] = judge(view);
    }
    boxes = new NodeBoxes(index, preview, before == null ? null : before.boxes);
  }

  RuleIndex index() {
    return index;
  }

  LinkTable table() {
    return table;
  }

  RowStrip strip(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  /** Sizes and places of nodes in an area of that width with rows of that height. */
  NodeBlocks blocks(double width, double rowHeight) {
    NodeBlocks known = blocks;
    if (known == null || !measured || !known.isFor(width, rowHeight)) {
      measured = true;
      known = new NodeBlocks(table, boxes, width, rowHeight, known);
      blocks = known;
    }
    return known;
  }

  NodeBoxes boxes() {
    return boxes;
  }

  /**
   * How much of the closed group at which a roll-up ends is mapped: of the target's, or, where it
   * ends at the very fields that are filled, of the source's.
   */
  Coverage coverage(LinkTable.RollUp rollUp) {
    boolean exact =
        rollUp.rules().stream()
            .map(index::view)
            .allMatch(view -> view != null && target.shows(rollUp.target(), view.target()));
    return exact ? Coverage.of(source, rollUp.source()) : Coverage.of(target, rollUp.target());
  }

  Tone tone(RuleView rule) {
    return tones[rule.index()];
  }

  private Tone judge(RuleView rule) {
    if (!failures.isEmpty() && failures.containsKey(rule.target().path().toString())) {
      return Tone.ERROR;
    }
    Problem problem = problems.get(rule.index());
    if (problem != null) {
      return problem.isError() ? Tone.ERROR : Tone.PROBLEM;
    }
    return tone(marks.fields().get(rule.target()));
  }

  private static Tone tone(Change.@Nullable Kind mark) {
    return switch (mark) {
      case NEW -> Tone.NEW;
      case CHANGED -> Tone.CHANGED;
      case GONE -> Tone.GONE;
      case null -> Tone.NORMAL;
    };
  }

  /** A link that only another version has, between rows. */
  record Absent(int source, int target, Tone tone) {}

  List<Absent> absent() {
    return marks.absent().stream()
        .map(
            link ->
                new Absent(
                    source.rowOf(link.source()), target.rowOf(link.target()), tone(link.kind())))
        .filter(link -> link.source() >= 0 && link.target() >= 0)
        .toList();
  }

  /** What is wrong with a rule in a few words; null where nothing is. */
  @Nullable String complaint(RuleView rule) {
    List<FieldFailure> failed =
        failures.isEmpty() ? null : failures.get(rule.target().path().toString());
    if (failed != null) {
      return shortened(Sentences.said(failed.getFirst().message()));
    }
    Problem problem = problems.get(rule.index());
    return problem == null ? null : shortly(problem);
  }

  /** Two lengths or two types say it in less room than the sentence. */
  private static String shortly(Problem problem) {
    Matcher lengths = LENGTHS.matcher(problem.message());
    if (problem.code().equals("may-be-too-long") && lengths.find()) {
      return lengths.group(1) + " → " + lengths.group(2);
    }
    Matcher types = TYPES.matcher(problem.message());
    if (problem.code().equals("may-lose") && types.find()) {
      return types.group(1) + " → " + types.group(2);
    }
    return shortened(Sentences.said(problem.message()));
  }

  private static String shortened(String text) {
    return text.length() <= 30 ? text : text.substring(0, 29).strip() + "…";
  }

  List<Run> runs(RuleView rule) {
    List<Run> runs = new ArrayList<>();
    String formula = rule.rule().expression();
    for (FormulaWords.Step step : FormulaWords.steps(formula == null ? "" : formula)) {
      String name = runs.isEmpty() ? step.name() : " · " + step.name();
      runs.add(new Run(name, false));
      if (!step.detail().isEmpty()) {
        runs.add(new Run(" " + shortened(step.detail()), step.name().length() > 1));
      }
    }
    if (rule.rule().when() != null) {
      runs.add(new Run((runs.isEmpty() ? "" : " · ") + Words.get("when") + " ", false));
      runs.add(new Run(shortened(FormulaWords.condition(rule.rule().when())), true));
    }
    return runs;
  }

  List<Run> loopRuns(RuleView rule) {
    Each each = rule.rule().each();
    if (each == null) {
      throw new IllegalStateException(rule.target() + " is no loop");
    }
    List<Run> runs = new ArrayList<>();
    runs.add(new Run(Words.get("each"), false));
    runs.add(new Run(" " + (each.as() == null ? Words.get("item") : each.as()), true));
    if (each.where() != null) {
      add(runs, Words.get("where"), each.where());
    }
    if (each.groupBy() != null) {
      add(runs, Words.get("group"), each.groupBy().keys().getFirst().by());
    }
    if (!each.orderBy().isEmpty()) {
      add(runs, Words.get("order"), each.orderBy().getFirst().by());
    }
    String counts = counts(rule);
    if (!counts.isEmpty()) {
      runs.add(new Run(" · " + counts, false));
    }
    return runs;
  }

  private static void add(List<Run> runs, String word, String formula) {
    runs.add(new Run(" · " + word, false));
    runs.add(new Run(" " + shortened(FormulaWords.condition(formula)), true));
  }

  /** How many items of the sample passed, of how many read. */
  private String counts(RuleView rule) {
    boolean only = index.loops().on(rule.target()).size() == 1;
    if (rule.inputs().isEmpty()
        || !(preview.source(rule.inputs().getFirst().field()) instanceof List<?> read)) {
      return "";
    }
    Object made = preview.target(rule.target());
    return only && made instanceof List<?> passed
        ? Words.get("passed", passed.size(), read.size())
        : Values.count(read.size(), "item");
  }
}
