package fieldloom.engine.internal;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
    if (!plan.runnable()) {
      return null;
    }
    try {
      try {
        return compile(plan, new DirectClass(owner, MANY), medium);
      } catch (IllegalArgumentException e) {
        // A class file holds 65,535 constants.
        return compile(plan, new DirectClass(owner, FEW), medium);
      }
    } catch (DirectExprs.Unsupported | StackOverflowError e) {
      return null;
    }
  }

  private static DirectPlan compile(MappingPlan plan, DirectClass made, DirectMedium.Maker maker) {
    DirectMedium medium = maker.of(made, plan.driverSlot());
    DirectExprs exprs = new DirectExprs(made, medium);
    // Rules of what joins drop read aliases of the loops around, which have to be known.
    List<TargetPlan> targets =
        Stream.concat(
                plan.targets().stream().filter(t -> !plan.rejects().contains(t.name())),
                plan.targets().stream().filter(t -> plan.rejects().contains(t.name())))
            .toList();
    DirectReads reads = new DirectReads(targets, medium);
    DirectTargets writes = new DirectTargets(made, exprs, reads, medium);
    Map<TargetPlan, DirectClass.Ref> code = new IdentityHashMap<>();
    targets.forEach(t -> code.put(t, writes.records(t.top())));
    DirectPiece[] pieces = made.build();
    return new DirectPlan(
        medium.shape(),
        medium.sites(),
        plan.driverSlot(),
        medium.slots(),
        plan.targets().stream()
            .map(
                t ->
                    new DirectPlan.Target(
                        t.name(),
                        plan.rejects().contains(t.name()),
                        reads.cells(t),
                        Objects.requireNonNull(code.get(t))))
            .toArray(DirectPlan.Target[]::new),
        reads.depth(),
        pieces);
  }
}
