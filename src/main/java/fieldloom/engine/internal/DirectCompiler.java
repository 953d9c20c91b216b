package fieldloom.engine.internal;

import fieldloom.payload.json.tape.Shape;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * Makes code of a mapping that maps a record's JSON bytes to the target's: one hidden class, which
 * goes with the mapping. What it reads of a record is its {@link Shape}; fields passed on are
 * copied as bytes.
 */
final class DirectCompiler {
  private DirectCompiler() {}

  /** The code; null where the mapping is left to the interpreter. */
  static @Nullable DirectPlan compile(MappingPlan plan) {
    if (plan.targets().size() != 1 || !plan.runnable()) {
      return null;
    }
    try {
      return compile(plan, plan.targets().getFirst());
    } catch (DirectExprs.Unsupported | StackOverflowError e) {
      return null;
    }
  }

  private static DirectPlan compile(MappingPlan plan, TargetPlan target) {
    DirectClass made = new DirectClass();
    DirectExprs exprs = new DirectExprs(made);
    Shape shape = new Shape();
    exprs.onTape(plan.driverSlot(), shape);
    DirectReads reads = new DirectReads(target.root(), exprs);
    DirectTargets targets = new DirectTargets(made, exprs, reads);
    Constructor<? extends Direct> constructor =
        made.build(code -> targets.record(code, target.root()));
    return new DirectPlan(
        shape.seal(),
        plan.driverSlot(),
        exprs.tapeSlots(),
        reads.cells(target),
        reads.depth(),
        constructor);
  }
}
