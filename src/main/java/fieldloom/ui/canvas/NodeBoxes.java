package fieldloom.ui.canvas;

import fieldloom.engine.Trace;
import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.drawing.Shape;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.canvas.Frame.State;
import fieldloom.ui.canvas.Frame.Tone;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.TextWidth;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Looks;
import fieldloom.ui.session.NodeLook;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.RuleDrawing;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.RuleLook;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.Values;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What boxes of nodes say, and how large they are for that. */
final class NodeBoxes {
  private static final double FOLDED_MIN = 150;
  private static final double STEP_MIN = 84;
  private static final double MOST = 230;
  private static final int SHORT = 22;

  private final RuleIndex index;
  private final Preview preview;
  private final Looks looks;
  private final Language language = Texts.language();
  private final Map<Rule, FoldedWords> words = new IdentityHashMap<>();
  private final Map<Rule, FoldedWords> earlier;

  /**
   * What the one box of a rule says whatever the sample holds: reading it out of the formula is
   * most of what a box costs.
   *
   * @param inputs what it was read from, as is the look
   * @param target the name of the field that is filled
   */
  private record FoldedWords(
      List<RuleView.Input> inputs,
      RuleLook look,
      String target,
      String function,
      String text,
      List<String> labels,
      NodeLook whole,
      String spoken) {
    boolean isOf(RuleView view, RuleLook now) {
      return inputs.equals(view.inputs())
          && look.equals(now)
          && target.equals(view.target().name());
    }
  }

  /** Where a box is. */
  record At(double x, double y, double width, double height) {
    static final At NOWHERE = new At(0, 0, 0, 0);
  }

  /**
   * @param before those of an earlier scene; null where there is none
   */
  NodeBoxes(RuleIndex index, Preview preview, @Nullable NodeBoxes before) {
    boolean known = before != null && before.language == language;
    this.earlier = !known ? Map.of() : before.words.isEmpty() ? before.earlier : before.words;
    this.index = index;
    this.preview = preview;
    this.looks = Looks.of(index.mapping());
  }

  RuleLook look(Rule rule) {
    return looks.of(rule);
  }

  NodeLayout.Size measure(LinkTable.Node node) {
    return size(
        folded(node, At.NOWHERE, State.NORMAL, Tone.NORMAL, new RuleLook.Place(0, 0)),
        FOLDED_MIN,
        MOST);
  }

  NodeLayout.Size measure(RuleView view, Unfolded.Box box, double most) {
    NodeBox shown =
        step(view, box, At.NOWHERE, State.NORMAL, Tone.NORMAL, new RuleLook.Place(0, 0), null);
    return size(shown, Math.min(STEP_MIN, most), most);
  }

  private static NodeLayout.Size size(NodeBox box, double least, double most) {
    double head =
        TextWidth.of(box.function(), 11) * 1.05
            + (box.text().isEmpty() ? 0 : 6 + TextWidth.of(box.text(), 11))
            + (box.value().isEmpty() ? 0 : 10 + TextWidth.mono(box.value(), 11))
            + (box.look().comment().isEmpty() ? 0 : 18)
            + (box.at() == null ? 26 : 38);
    double rows = 0;
    for (Frame.Input input : box.inputs()) {
      rows =
          Math.max(rows, TextWidth.of(input.label(), 12) + TextWidth.mono(input.value(), 12) + 40);
    }
    double width = Math.clamp(Math.max(head, rows), least, most);
    double height = NodeBox.HEAD + box.inputs().size() * NodeBox.ROW + 2;
    return new NodeLayout.Size(Math.ceil(width), height);
  }

  /** All of a rule in one box. */
  NodeBox folded(LinkTable.Node node, At at, State state, Tone tone, RuleLook.Place place) {
    RuleView view = node.view();
    FoldedWords said = words(view);
    List<Frame.Input> inputs = new ArrayList<>();
    for (int i = 0; i < said.labels().size(); i++) {
      RuleView.Input input = view.inputs().get(i);
      // What a variable reads is not what it gives.
      boolean shown = input.label().equals(input.field().name());
      String value = shown ? Values.show(preview.value(input.side(), input.field())) : "";
      inputs.add(new Frame.Input(said.labels().get(i), value));
    }
    NodeLook look = said.whole();
    boolean named = !look.name().isEmpty();
    return new NodeBox(
        at.x(),
        at.y(),
        at.width(),
        at.height(),
        named ? look.name() : said.function(),
        named ? said.function() : said.text(),
        said.text().isEmpty() ? result(view) : "",
        inputs,
        state,
        tone,
        view.rule(),
        spoken(said.spoken(), tone),
        null,
        look,
        place);
  }

  private FoldedWords words(RuleView view) {
    RuleLook look = look(view.rule());
    FoldedWords known = words.getOrDefault(view.rule(), earlier.get(view.rule()));
    FoldedWords said = known != null && known.isOf(view, look) ? known : read(view, look);
    words.put(view.rule(), said);
    return said;
  }

  private static FoldedWords read(RuleView view, RuleLook known) {
    Rule rule = view.rule();
    String formula = rule.expression() == null ? "" : rule.expression();
    List<String> labels = new ArrayList<>();
    for (RuleView.Input input : view.inputs()) {
      boolean condition = input.role() == RuleView.Role.CONDITION;
      labels.add(condition ? Words.get("when") + " " + input.label() : input.label());
    }
    NodeLook look = known.nodes().isEmpty() ? NodeLook.PLAIN : wholeLook(rule, known);
    String function = FormulaWords.function(formula);
    String target = view.target().name();
    String spoken = Words.get("through", String.join(", ", labels), target, function);
    return new FoldedWords(
        view.inputs(),
        known,
        target,
        function,
        FormulaWords.inner(formula),
        List.copyOf(labels),
        look,
        spoken(spoken, look));
  }

  private static NodeLook wholeLook(Rule rule, RuleLook known) {
    return RuleDrawing.of(rule)
        .map(d -> known.node(NodePath.ROOT, d.nodes().getFirst().shape().label()))
        .orElse(NodeLook.PLAIN);
  }

  /** What a step gave in the sample, or that it failed; "" where it was not asked for. */
  private String given(RuleView view, NodePath at) {
    Trace.Step step = preview.step(view.rule(), at);
    if (step == null) {
      return "";
    }
    return step.value() == null ? Words.get("node.failed") : shortened(Values.show(step.value()));
  }

  private String result(RuleView view) {
    return Values.show(preview.target(view.target()));
  }

  /** One node of an unfolded rule. */
  NodeBox step(
      RuleView view,
      Unfolded.Box box,
      At at,
      State state,
      Tone tone,
      RuleLook.Place place,
      @Nullable NodePath picked) {
    List<Frame.Input> inputs = new ArrayList<>();
    for (Unfolded.Slot slot : box.slots()) {
      boolean selected = slot.at() != null && !slot.isBox() && slot.at().equals(picked);
      inputs.add(
          new Frame.Input(label(slot), value(slot, view), slot.at(), slot.isConstant(), selected));
    }
    NodeLook look = box.look();
    String function = sign(box.node().shape());
    boolean named = !look.name().isEmpty();
    String value = box.at().isRoot() ? result(view) : given(view, box.at());
    String names = String.join(", ", inputs.stream().map(NodeBoxes::said).toList());
    return new NodeBox(
        at.x(),
        at.y(),
        at.width(),
        at.height(),
        named ? look.name() : function,
        named ? function : "",
        value,
        inputs,
        holds(box, picked) ? State.SELECTED : state,
        tone,
        view.rule(),
        spoken(spoken(Words.get("node.spoken", function, view.target().name(), names), look), tone),
        box.at(),
        look,
        place);
  }

  /** Whether what is selected stands at one of the box's ports and has no box of its own. */
  private static boolean holds(Unfolded.Box box, @Nullable NodePath picked) {
    return picked != null
        && box.slots().stream().anyMatch(s -> !s.isBox() && picked.equals(s.at()));
  }

  private static String said(Frame.Input input) {
    return (input.label() + " " + input.value()).strip();
  }

  private static String spoken(String words, NodeLook look) {
    StringBuilder all = new StringBuilder(words);
    if (!look.name().isEmpty()) {
      all.insert(0, look.name() + ", ");
    }
    if (look.hue() != NodeLook.Hue.NONE) {
      all.append(", ").append(Words.get("hue." + look.hue().name().toLowerCase(Locale.ROOT)));
    }
    if (!look.comment().isEmpty()) {
      all.append(", ").append(look.comment());
    }
    return all.toString();
  }

  private static String spoken(String words, Tone tone) {
    return tone.isMark() ? words + ", " + tone.mark() : words;
  }

  private static String label(Unfolded.Slot slot) {
    Shape shape = slot.shape();
    if (shape == null) {
      return slot.port() + " " + slot.fields().getFirst().name();
    }
    if (!slot.port().isEmpty()) {
      return slot.port();
    }
    if (shape instanceof Shape.Field field) {
      return field.path().last().name();
    }
    return slot.isBox() ? sign(shape) : "";
  }

  /** The sample's value of a field, or what stands there: a constant, a name. */
  private String value(Unfolded.Slot slot, RuleView view) {
    Shape shape = slot.shape();
    if (shape == null) {
      return Values.show(preview.source(slot.fields().getFirst()));
    }
    if (shape instanceof Shape.Field field) {
      FieldRef own = index.loops().resolve(field.path(), view.rule());
      Side side = slot.fields().isEmpty() ? Side.TARGET : Side.SOURCE;
      String value = own == null ? "" : Values.show(preview.value(side, own));
      boolean said = slot.port().isEmpty();
      return !value.isEmpty() || said ? value : shortened(field.path().last().name());
    }
    return shape.isConstant() ? shortened(shape.label()) : given(view, slot.at());
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= SHORT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHORT - 1)) + "…";
  }

  /** A node's label with typographic signs. */
  static String sign(Shape shape) {
    return switch (shape.label()) {
      case "*" -> "×";
      case "/" -> "÷";
      case "-" -> "−";
      case "==" -> "=";
      case "!=" -> "≠";
      case "<=" -> "≤";
      case ">=" -> "≥";
      default -> shape.label();
    };
  }
}
