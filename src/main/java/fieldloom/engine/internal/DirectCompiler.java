package fieldloom.engine.internal;

import org.jspecify.annotations.Nullable;

/**
 * Makes code of a mapping: hidden classes, which go with the mapping. It maps from bytes to bytes
 * or from values to values, by what stands for the record ({@link DirectMedium}).
 */
final class DirectCompiler {
  /** Methods of a class, and where a class of as many is too large. */
  private static final int MANY = 150;

  private static final int FEW = 15;

  private DirectCompiler() {}

  /** Code from bytes to bytes; null where the mapping is left to the interpreter. */
  static @Nullable DirectPlan bytes(MappingPlan plan) {
    return compile(plan, DirectBytes.class, DirectTape::new);
  }

  /** Code from values to values; null where the mapping is left to the interpreter. */
  static @Nullable DirectPlan records(MappingPlan plan) {
    return compile(plan, DirectRecords.class, DirectObjects::new);
  }

  private static @Nullable DirectPlan compile(
      MappingPlan plan, Class<? extends Direct> owner, DirectMedium.Maker medium) {
    if (plan.targets().size() != 1 || !plan.runnable()) {
      return null;
    }
    TargetPlan target = plan.targets().getFirst();
    try {
      try {
        return compile(plan, target, new DirectClass(owner, MANY), medium);
      } catch (IllegalArgumentException e) {
        // A class file holds 65,535 constants.
        return compile(plan, target, new DirectClass(owner, FEW), medium);
      }
    } catch (DirectExprs.Unsupported | StackOverflowError e) {
      return null;
    }
  }

  private static DirectPlan compile(
      MappingPlan plan, TargetPlan target, DirectClass made, DirectMedium.Maker maker) {
    DirectMedium medium = maker.of(made, plan.driverSlot());
    DirectExprs exprs = new DirectExprs(made, medium);
    DirectReads reads = new DirectReads(target.root(), medium);
    new DirectTargets(made, exprs, reads, medium).record(target.root());
    DirectPiece[] pieces = made.build();
    return new DirectPlan(
        medium.shape(),
        medium.sites(),
        plan.driverSlot(),
        medium.slots(),
        reads.cells(target),
        reads.depth(),
        pieces);
  }
}
