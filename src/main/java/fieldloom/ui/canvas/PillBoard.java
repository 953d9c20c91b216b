package fieldloom.ui.canvas;

import fieldloom.ui.canvas.Frame.Curve;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.canvas.Frame.Pill;
import fieldloom.ui.canvas.Frame.Run;
import fieldloom.ui.canvas.Frame.Tone;
import fieldloom.ui.kit.Cubic;
import fieldloom.ui.kit.TextWidth;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects pills and keeps them apart: each goes to the first free place on its curve, where there
 * is none with fewer words. None reaches over a tree: long words are cut, and a place too near to
 * an edge gives way along the curve.
 */
final class PillBoard {
  private static final double[] PLACES = {0.5, 0.64, 0.36, 0.74, 0.57, 0.43, 0.28, 0.8, 0.2, 0.86};
  private static final double[] LOOP_PLACES = {0.64, 0.5, 0.74, 0.36};
  private static final double STEP = 0.04;
  private static final String SIGN = "fth-code";
  private static final List<Run> NOTHING = List.of();
  private static final double HEIGHT = 22;
  private static final double GAP = 6;
  private static final double MARGIN = 14;

  /** Widths are estimated; so much of the room is used. */
  private static final double USED = 0.94;

  private static final int HALVINGS = 12;
  private static final double WORDS_FROM = 400;
  private static final double NAMES_FROM = 200;

  private final CanvasScene scene;
  private final FrameBuilder.View view;
  private final List<Pill> pills = new ArrayList<>();
  private final List<NodeBox> nodes = new ArrayList<>();

  PillBoard(CanvasScene scene, FrameBuilder.View view) {
    this.scene = scene;
    this.view = view;
  }

  /** Pills keep off this node. */
  void avoid(NodeBox node) {
    nodes.add(node);
  }

  void line(RuleView rule, Curve curve) {
    String complaint = scene.complaint(rule);
    if (complaint != null) {
      // A warning leaves room to say what the formula does; an error is said first.
      boolean both = rule.kind() == RuleView.Kind.PILL && curve.tone() == Tone.PROBLEM;
      List<Run> text = both ? scene.runs(rule) : List.of(new Run(complaint, false));
      add(curve, text, "fth-alert-triangle", curve.tone(), rule, PLACES);
    } else if (rule.kind() == RuleView.Kind.PILL) {
      Tone tone = curve.tone().isMark() ? curve.tone() : Tone.NORMAL;
      String icon = view.width() >= NAMES_FROM ? null : SIGN;
      add(curve, scene.runs(rule), icon(tone, icon), tone, rule, PLACES);
    }
  }

  void loop(RuleView rule, Curve curve) {
    String icon = icon(curve.tone(), "fth-repeat");
    add(curve, scene.loopRuns(rule), icon, curve.tone(), rule, LOOP_PLACES);
  }

  /** What another version has otherwise says so beside its colour. */
  private static @Nullable String icon(Tone tone, @Nullable String other) {
    return switch (tone) {
      case NEW -> "fth-plus-circle";
      case CHANGED -> "fth-edit-2";
      case GONE -> "fth-minus-circle";
      case NORMAL, LOOP, ROLL_UP, PROBLEM, ERROR -> other;
    };
  }

  void rollUp(LinkTable.RollUp rollUp, Curve curve) {
    int n = rollUp.rules().size();
    RuleView first = scene.index().view(rollUp.rules().getFirst());
    if (first != null) {
      List<Run> text = List.of(new Run(Values.count(n, "link"), true));
      add(curve, text, "fth-layers", Tone.ROLL_UP, first, PLACES);
    }
  }

  private void add(
      Curve curve,
      List<Run> text,
      @Nullable String icon,
      Tone tone,
      RuleView rule,
      double[] places) {
    String spoken = spoken(text, rule, tone);
    List<Run> full = cut(fitting(text, tone), icon);
    for (List<Run> shown : fewerAndFewer(full, icon)) {
      double width = width(shown, icon);
      for (double t : places) {
        if (addIfFree(pill(curve, t, width, shown, icon, tone, rule, spoken))) {
          return;
        }
      }
      for (double t = STEP; t < 1; t += STEP) {
        if (addIfFree(pill(curve, t, width, shown, icon, tone, rule, spoken))) {
          return;
        }
      }
    }
    if (icon == null && addSign(curve, tone, rule, spoken)) {
      return;
    }
    pills.add(pill(curve, places[0], width(full, icon), full, icon, tone, rule, spoken));
  }

  /** Where no words find a place beside others, a sign that stands for them may. */
  private boolean addSign(Curve curve, Tone tone, RuleView rule, String spoken) {
    double width = width(NOTHING, SIGN);
    for (double t = STEP; t < 1; t += STEP) {
      if (addIfFree(pill(curve, t, width, NOTHING, SIGN, tone, rule, spoken))) {
        return true;
      }
    }
    return false;
  }

  /** All words, then those without the last parts, at last the icon alone. */
  private static List<List<Run>> fewerAndFewer(List<Run> text, @Nullable String icon) {
    List<List<Run>> all = new ArrayList<>();
    all.add(text);
    int least = Math.min(2, text.size() - 1);
    for (int kept = text.size() - 1; kept > least; kept--) {
      if (text.get(kept).text().startsWith(" · ")) {
        all.add(cutAt(text, kept));
      }
    }
    if (least > 0) {
      all.add(cutAt(text, least));
    }
    if (icon != null) {
      all.add(NOTHING);
    }
    return all;
  }

  private static List<Run> cutAt(List<Run> text, int kept) {
    List<Run> some = new ArrayList<>(text.subList(0, kept));
    some.add(new Run(" …", false));
    return some;
  }

  private boolean addIfFree(Pill pill) {
    return isFree(pill) && pills.add(pill);
  }

  private Pill pill(
      Curve curve,
      double t,
      double width,
      List<Run> text,
      @Nullable String icon,
      Tone tone,
      RuleView rule,
      String spoken) {
    Cubic line = curve.line();
    double x = inside(line.x(t), width);
    return new Pill(
        x,
        line.y(x == line.x(t) ? t : at(line, x)),
        width,
        text,
        icon,
        tone,
        curve.state(),
        rule.rule(),
        spoken);
  }

  /** The nearest place at which a pill of that width leaves a margin at both edges. */
  private double inside(double x, double width) {
    double least = MARGIN + width / 2;
    double most = view.width() - MARGIN - width / 2;
    return least > most ? view.width() / 2 : Math.clamp(x, least, most);
  }

  /** Where on a curve from left to right that place is. */
  private static double at(Cubic line, double x) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (line.x(middle) < x) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The words as far as there is room for them. */
  private List<Run> cut(List<Run> text, @Nullable String icon) {
    double room = (view.width() - 2 * MARGIN) * USED;
    if (text.isEmpty() || width(text, icon) <= room) {
      return text;
    }
    List<Run> kept = new ArrayList<>();
    for (Run run : text) {
      kept.add(run);
      if (width(kept, icon) > room) {
        kept.removeLast();
        kept.add(shortened(kept, run, icon, room));
        break;
      }
    }
    return kept;
  }

  private static Run shortened(List<Run> before, Run run, @Nullable String icon, double room) {
    String text = run.text();
    int length = text.length();
    Run cut = run;
    do {
      length = text.offsetByCodePoints(length, -1);
      cut = new Run(text.substring(0, length) + "…", run.strong());
    } while (length > 0 && width(plus(before, cut), icon) > room);
    return cut;
  }

  private static List<Run> plus(List<Run> runs, Run last) {
    List<Run> all = new ArrayList<>(runs);
    all.add(last);
    return all;
  }

  /** Less room, fewer words: the first function only, then only an icon. */
  private List<Run> fitting(List<Run> text, Tone tone) {
    if (view.width() >= WORDS_FROM || tone == Tone.ROLL_UP) {
      return text;
    }
    return view.width() >= NAMES_FROM && !text.isEmpty() ? text.subList(0, 1) : NOTHING;
  }

  private static double width(List<Run> text, @Nullable String icon) {
    double width = 16 + (icon == null ? 0 : 12 + (text.isEmpty() ? 0 : 5));
    for (Run run : text) {
      width += TextWidth.of(run.text(), 11) * (run.strong() ? 1.04 : 1);
    }
    return width;
  }

  private boolean isFree(Pill pill) {
    double left = pill.x() - pill.width() / 2;
    boolean onNode =
        nodes.stream()
            .anyMatch(
                n ->
                    left < n.x() + n.width() + GAP
                        && left + pill.width() + GAP > n.x()
                        && pill.y() - HEIGHT / 2 < n.y() + n.height() + 2
                        && pill.y() + HEIGHT / 2 + 2 > n.y());
    return !onNode
        && pills.stream()
            .noneMatch(
                p ->
                    Math.abs(p.x() - pill.x()) < (p.width() + pill.width()) / 2 + GAP
                        && Math.abs(p.y() - pill.y()) < HEIGHT + 1);
  }

  private static String spoken(List<Run> text, RuleView rule, Tone tone) {
    StringBuilder words = new StringBuilder();
    text.forEach(r -> words.append(r.text()));
    if (tone == Tone.ROLL_UP) {
      return words.toString();
    }
    String from = rule.inputs().isEmpty() ? "" : rule.inputs().getFirst().label();
    String said = Words.get("through", from, rule.target().name(), words);
    return tone.isMark() ? said + ", " + tone.mark() : said;
  }

  List<Pill> all() {
    return List.copyOf(pills);
  }
}
