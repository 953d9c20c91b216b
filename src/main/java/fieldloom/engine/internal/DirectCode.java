package fieldloom.engine.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mapping's code, made when it is first asked for. */
final class DirectCode {
  private final AtomicReference<Optional<DirectPlan>> bytes = new AtomicReference<>();
  private final AtomicReference<Optional<DirectPlan>> records = new AtomicReference<>();

  /** From bytes to bytes; null where the mapping is left to the interpreter. */
  @Nullable DirectPlan bytes(MappingPlan plan) {
    return made(bytes, DirectCompiler::bytes, plan);
  }

  /** From values to values; null where the mapping is left to the interpreter. */
  @Nullable DirectPlan records(MappingPlan plan) {
    return made(records, DirectCompiler::records, plan);
  }

  private static @Nullable DirectPlan made(
      AtomicReference<Optional<DirectPlan>> kept,
      Function<MappingPlan, @Nullable DirectPlan> compiler,
      MappingPlan plan) {
    Optional<DirectPlan> known = kept.get();
    if (known == null) {
      known = Optional.ofNullable(compiler.apply(plan));
      kept.set(known);
    }
    return known.orElse(null);
  }
}
