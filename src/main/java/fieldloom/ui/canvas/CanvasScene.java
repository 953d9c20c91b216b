package fieldloom.ui.canvas;

import fieldloom.engine.FieldFailure;
import fieldloom.model.Each;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.canvas.Frame.Run;
import fieldloom.ui.canvas.Frame.State;
import fieldloom.ui.canvas.Frame.Tone;
import fieldloom.ui.kit.TextWidth;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All that frames need and that does not change with scrolling. */
final class CanvasScene {
  private static final double NODE_MIN = 150;
  private static final double NODE_MAX = 230;
  private static final Pattern LENGTHS = Pattern.compile("(\\d+)\\D+(\\d+)");
  private static final Pattern TYPES = Pattern.compile("(\\w+) may not fit into an? (\\w+)");

  private final RuleIndex index;
  private final Preview preview;
  private final RowStrip source;
  private final RowStrip target;
  private final LinkTable table;
  private final Map<Integer, Problem> problems = new HashMap<>();
  private final Tone[] tones;
  private final Map<String, List<FieldFailure>> failures;
  private final Map<LinkTable.Node, NodeLayout.Size> sizes = new IdentityHashMap<>();
  private double layoutWidth = -1;
  private @Nullable NodeLayout layout;

  CanvasScene(RuleIndex index, Preview preview, RowStrip source, RowStrip target) {
    this.index = index;
    this.preview = preview;
    this.source = source;
    this.target = target;
    this.table = LinkTable.of(index, source, target);
    this.failures = preview.failuresByPath();
    // Problems of an older mapping would point at other rules.
    if (preview.mapping() == index.mapping()) {
      for (Problem problem : preview.problems()) {
        problems.merge(problem.place().ruleIndex(), problem, (a, b) -> a.isError() ? a : b);
      }
    }
    tones = new Tone[index.views().size()];
    for (RuleView view : index.views()) {
      tones[view.index()] = judge(view);
    }
    for (LinkTable.Node node : table.nodes()) {
      sizes.put(node, measure(node));
    }
  }

  RuleIndex index() {
    return index;
  }

  LinkTable table() {
    return table;
  }

  double rowHeight() {
    return source.rowHeight();
  }

  RowStrip strip(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  NodeLayout layout(double width) {
    NodeLayout known = layout;
    if (known == null || Math.abs(layoutWidth - width) > 1) {
      known = NodeLayout.of(table, sizes, width, rowHeight());
      layout = known;
      layoutWidth = width;
    }
    return known;
  }

  NodeLayout.Size size(LinkTable.Node node) {
    NodeLayout.Size size = sizes.get(node);
    if (size == null) {
      throw new IllegalStateException("A node of another scene");
    }
    return size;
  }

  /** Whether every field of the target group that a roll-up ends at has a rule. */
  boolean isComplete(LinkTable.RollUp rollUp) {
    FieldRef group = target.fieldOf(rollUp.target());
    return index.mappedUnder(group) >= target.fieldsUnder(rollUp.target());
  }

  Tone tone(RuleView rule) {
    return tones[rule.index()];
  }

  private Tone judge(RuleView rule) {
    if (!failures.isEmpty() && failures.containsKey(rule.target().path().toString())) {
      return Tone.ERROR;
    }
    Problem problem = problems.get(rule.index());
    return problem == null ? Tone.NORMAL : problem.isError() ? Tone.ERROR : Tone.PROBLEM;
  }

  /** What is wrong with a rule in a few words; null where nothing is. */
  @Nullable String complaint(RuleView rule) {
    List<FieldFailure> failed =
        failures.isEmpty() ? null : failures.get(rule.target().path().toString());
    if (failed != null) {
      return shortened(failed.getFirst().message());
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
    return shortened(problem.message());
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

  private NodeLayout.Size measure(LinkTable.Node node) {
    NodeBox box = box(node, 0, 0, new NodeLayout.Size(0, 0), State.NORMAL, Tone.NORMAL);
    double head =
        TextWidth.of(box.function(), 11) * 1.05
            + (box.text().isEmpty() ? 0 : 6 + TextWidth.of(box.text(), 11))
            + (box.value().isEmpty() ? 0 : 10 + TextWidth.mono(box.value(), 11))
            + 26;
    double rows = 0;
    for (Frame.Input input : box.inputs()) {
      rows =
          Math.max(rows, TextWidth.of(input.label(), 12) + TextWidth.mono(input.value(), 12) + 40);
    }
    double width = Math.clamp(Math.max(head, rows), NODE_MIN, NODE_MAX);
    double height = NodeBox.HEAD + box.inputs().size() * NodeBox.ROW + 2;
    return new NodeLayout.Size(Math.ceil(width), height);
  }

  NodeBox box(
      LinkTable.Node node, double x, double y, NodeLayout.Size size, State state, Tone tone) {
    Rule rule = node.view().rule();
    String formula = rule.expression() == null ? "" : rule.expression();
    List<Frame.Input> inputs = new ArrayList<>();
    for (RuleView.Input input : node.view().inputs()) {
      // What a variable reads is not what it gives.
      boolean shown = input.label().equals(input.field().name());
      String value = shown ? Values.show(preview.value(input.side(), input.field())) : "";
      boolean condition = input.role() == RuleView.Role.CONDITION;
      String label = condition ? Words.get("when") + " " + input.label() : input.label();
      inputs.add(new Frame.Input(label, value));
    }
    String function = FormulaWords.function(formula);
    String text = FormulaWords.inner(formula);
    String value = text.isEmpty() ? Values.show(preview.target(node.view().target())) : "";
    String names = String.join(", ", inputs.stream().map(Frame.Input::label).toList());
    return new NodeBox(
        x,
        y,
        size.width(),
        size.height(),
        function,
        text,
        value,
        inputs,
        state,
        tone,
        rule,
        Words.get("through", names, node.view().target().name(), function));
  }
}
