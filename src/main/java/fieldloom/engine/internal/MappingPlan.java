package fieldloom.engine.internal;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.FieldFailure;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.ValueException;
import fieldloom.spill.SpillRoom;
import fieldloom.spill.SpilledRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A compiled mapping.
 *
 * @param rejects names of targets that take the items joins drop
 * @param driverSlot slot of the driving record
 * @param ordered whether records must be mapped in their order, each once
 * @param intake what records go through before; null where each is mapped as it is
 * @param code what {@link DirectCompiler} made of it, once it has
 */
record MappingPlan(
    String driver,
    int driverSlot,
    int slots,
    int variables,
    List<TargetPlan> targets,
    Set<String> rejects,
    Map<String, LookupTable> tables,
    RunStart starter,
    boolean runnable,
    boolean ordered,
    Set<String> connections,
    @Nullable IntakePlan intake,
    AtomicReference<Optional<DirectPlan>> code)
    implements CompiledMapping {

  /** The mapping as code, made when it is first asked for; null where it is left as it is. */
  private @Nullable DirectPlan direct() {
    if (intake != null || targets.stream().anyMatch(TargetPlan::makesMany)) {
      return null;
    }
    Optional<DirectPlan> known = code.get();
    if (known == null) {
      known = Optional.ofNullable(DirectCompiler.compile(this));
      code.set(known);
    }
    return known.orElse(null);
  }

  @Override
  public Run start(RunSettings settings) {
    return new MappingRun(this, starter.start(settings, tables));
  }

  private static final class MappingRun implements Run {
    private final MappingPlan plan;
    private final RunData data;
    private final Frame frame;

    MappingRun(MappingPlan plan, RunData data) {
      this.plan = plan;
      this.data = data;
      this.frame = new Frame(data, plan.slots, plan.variables);
    }

    @Override
    public @Nullable BytesRun bytes() {
      DirectPlan direct = data.everyFailure || plan.ordered ? null : plan.direct();
      return direct == null ? null : direct.start(new Frame(data, plan.slots, plan.variables));
    }

    @Override
    public void load(String source, List<Object> records) {
      data.sources.put(source, records instanceof SpilledRows ? records : List.copyOf(records));
    }

    @Override
    public Run another() {
      return new MappingRun(plan, data);
    }

    @Override
    public @Nullable Intake intake(SpillRoom room) {
      IntakePlan intake = plan.intake;
      return intake == null
          ? null
          : new IntakeRun(intake, new Frame(data, plan.slots, plan.variables), room);
    }

    @Override
    public Outcome map(Object record, long number) {
      frame.clear();
      frame.recordNumber = number;
      frame.slots[plan.driverSlot] = record;
      Map<String, List<Object>> outputs = new LinkedHashMap<>();
      plan.targets.forEach(t -> outputs.put(t.name(), new ArrayList<>(1)));
      if (!plan.runnable) {
        return new Outcome(outputs, List.of());
      }
      try {
        for (TargetPlan target : plan.targets) {
          if (!plan.rejects.contains(target.name())) {
            build(target, outputs);
          }
        }
        for (int i = 0; i < frame.rejects.size(); i++) {
          reject(frame.rejects.get(i), outputs);
        }
      } catch (RuleFailure failure) {
        if (frame.failures.isEmpty()) {
          frame.failures.add(failure.failure);
        }
      } catch (StackOverflowError e) {
        frame.failures.add(
            new FieldFailure(
                "", -1, null, "too-deep", "The record nests deeper than can be mapped."));
      }
      List<FieldFailure> failures = List.copyOf(frame.failures);
      if (!failures.isEmpty() && !data.everyFailure) {
        outputs.values().forEach(List::clear);
      }
      return new Outcome(outputs, failures);
    }

    private void build(TargetPlan target, Map<String, List<Object>> outputs) {
      outputs.getOrDefault(target.name(), new ArrayList<>()).addAll(target.build(frame));
    }

    private void reject(Frame.Reject reject, Map<String, List<Object>> outputs) {
      frame.enter(reject.around());
      for (int i = 0; i < reject.slots().length; i++) {
        frame.slots[reject.slots()[i]] = reject.values()[i];
      }
      for (TargetPlan target : plan.targets) {
        if (target.name().equals(reject.target())) {
          build(target, outputs);
        }
      }
    }
  }

  /** Makes what a run holds from its settings. */
  @FunctionalInterface
  interface RunStart {
    /**
     * Begins.
     *
     * @throws ValueException where a parameter is not declared, not set, or wrong
     */
    RunData start(RunSettings settings, Map<String, LookupTable> tables);
  }
}
