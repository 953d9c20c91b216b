package fieldloom.pack;

import fieldloom.engine.Trace;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionLibrary;
import fieldloom.model.Rule;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaPrinter;
import fieldloom.model.value.Absent;
import fieldloom.pack.TestCoverage.Untouched;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which parts of one rule test cases have computed. */
final class TouchedRule {
  private final Set<NodePath> steps = new HashSet<>();
  private final Set<NodePath> untrue = new HashSet<>();
  private @Nullable Formula formula;
  private boolean held;
  private boolean skipped;
  private boolean defaulted;

  void take(Trace trace) {
    Trace.Step root = trace.steps().get(NodePath.ROOT);
    boolean computed = root != null || trace.value() != Absent.ABSENT;
    held |= computed;
    skipped |= !computed && trace.failure() == null;
    if (root != null) {
      formula = root.formula();
      defaulted |= root.value() == Absent.ABSENT && trace.value() != Absent.ABSENT;
    } else {
      defaulted |= computed;
    }
    trace
        .steps()
        .forEach(
            (path, step) -> {
              steps.add(path);
              if (!Boolean.TRUE.equals(step.value())) {
                untrue.add(path);
              }
            });
  }

  /** Whether its condition has held, or it has none. */
  boolean held() {
    return held;
  }

  /** Whether its condition has not held. */
  boolean skipped() {
    return skipped;
  }

  boolean defaulted() {
    return defaulted;
  }

  /** Adds the branches that no case came to. */
  void branches(int index, Rule rule, List<Untouched> into) {
    if (formula != null) {
      branches(index, rule, NodePath.ROOT, formula, into);
    }
  }

  private void branches(int index, Rule rule, NodePath at, Formula part, List<Untouched> into) {
    List<Formula> inputs = Drawing.inputs(part);
    boolean chooses = part instanceof Formula.Call call && isLazy(call.name());
    for (int port = 0; port < inputs.size(); port++) {
      Formula input = inputs.get(port);
      boolean reached = steps.contains(at.child(port)) || input instanceof Formula.Lambda;
      if (chooses && !reached && isArm(((Formula.Call) part).name(), port, inputs.size())) {
        into.add(branch(index, rule, part, FormulaPrinter.print(input)));
      } else if (reached) {
        branches(index, rule, at.child(port), input, into);
      }
    }
    boolean open =
        part instanceof Formula.Call call && call.name().equals("IF") && inputs.size() == 2;
    if (open && steps.contains(at) && !untrue.contains(at.child(0))) {
      into.add(branch(index, rule, part, null));
    }
  }

  private static TestCoverage.Branch branch(
      int index, Rule rule, Formula call, @Nullable String arm) {
    return new TestCoverage.Branch(index, rule, ((Formula.Call) call).name(), arm);
  }

  private static boolean isLazy(String function) {
    return FunctionLibrary.standard()
        .find(function)
        .map(def -> def.mode() == FunctionDef.Mode.LAZY)
        .orElse(false);
  }

  /** Whether an argument is a way that the function can go, rather than what it decides by. */
  private static boolean isArm(String function, int port, int size) {
    return switch (function) {
      case "IFS" -> port % 2 == 1;
      case "SWITCH" -> port > 0 && (port % 2 == 0 || port == size - 1);
      default -> port > 0;
    };
  }
}
