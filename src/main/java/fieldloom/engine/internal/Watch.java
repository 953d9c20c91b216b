package fieldloom.engine.internal;

import fieldloom.engine.trace.TraceStep;
import fieldloom.function.ValueException;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.formula.Formula;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has the formulas of some rules tell what each part of them gives. */
final class Watch {
  private final Set<Integer> rules;
  private final Map<Formula, Spot> spots = new IdentityHashMap<>();

  /**
   * A part of a rule's formula, and where its drawing has it.
   *
   * @param part the condition that the formula is; null where it is the rule's value
   * @param first whether it is within an arrow
   */
  record Spot(
      int rule, TraceStep.@Nullable Part part, NodePath at, Formula formula, boolean first) {}

  /**
   * @param rules by index in the mapping
   */
  Watch(Set<Integer> rules) {
    this.rules = Set.copyOf(rules);
  }

  Set<Integer> rules() {
    return rules;
  }

  /**
   * A rule's formula is about to be compiled.
   *
   * @param part the condition that it is; null where it is the rule's value
   */
  void begin(int rule, TraceStep.@Nullable Part part, Formula formula) {
    if (rules.contains(rule)) {
      add(new Spot(rule, part, NodePath.ROOT, formula, false));
    }
  }

  /** A condition of a loop around rules that are told is about to be compiled. */
  void beginLoop(int rule, TraceStep.Part part, Formula formula) {
    add(new Spot(rule, part, NodePath.ROOT, formula, false));
  }

  private void add(Spot spot) {
    spots.put(spot.formula(), spot);
    boolean inside = spot.first() || spot.formula() instanceof Formula.Lambda;
    int port = 0;
    for (Formula input : Drawing.inputs(spot.formula())) {
      add(new Spot(spot.rule(), spot.part(), spot.at().child(port++), input, inside));
    }
  }

  /** Whether steps of one of these rules are told. */
  boolean tells(Set<Integer> some) {
    return some.stream().anyMatch(rules::contains);
  }

  /** What was compiled, telling what it gives where it is a part of such a formula. */
  Typed on(Formula formula, Typed typed) {
    Spot spot = spots.get(formula);
    return spot == null
        ? typed
        : new Typed(new Watched(spot, typed.expr()), typed.type(), source(spot, typed.source()));
  }

  private static Typed.@Nullable RawSource source(Spot spot, Typed.@Nullable RawSource source) {
    return source == null
        ? null
        : new Typed.RawSource(new Watched(spot, source.raw()), source.node(), source.pattern());
  }

  /** An expression that tells what it gives. */
  private record Watched(Spot spot, Expr expr) implements Expr {
    @Override
    public Object eval(Frame frame) {
      Recorder recorder = frame.recorder;
      if (recorder == null) {
        return expr.eval(frame);
      }
      try {
        Object value = expr.eval(frame);
        recorder.gave(spot, value);
        return value;
      } catch (ValueException e) {
        recorder.failed(spot, e);
        throw e;
      }
    }

    @Override
    public List<Expr> parts() {
      return List.of(expr);
    }
  }
}
