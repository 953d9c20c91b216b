package fieldloom.engine.internal;

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

  /** A part of a rule's formula, and where its drawing has it. */
  record Spot(int rule, NodePath at, Formula formula) {}

  /**
   * @param rules by index in the mapping
   */
  Watch(Set<Integer> rules) {
    this.rules = Set.copyOf(rules);
  }

  Set<Integer> rules() {
    return rules;
  }

  /** A rule's formula is about to be compiled. */
  void begin(int rule, Formula formula) {
    if (rules.contains(rule)) {
      add(rule, NodePath.ROOT, formula);
    }
  }

  private void add(int rule, NodePath at, Formula formula) {
    spots.put(formula, new Spot(rule, at, formula));
    List<Formula> inputs = Drawing.inputs(formula);
    for (int port = 0; port < inputs.size(); port++) {
      add(rule, at.child(port), inputs.get(port));
    }
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
