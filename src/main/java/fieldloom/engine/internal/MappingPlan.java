package fieldloom.engine.internal;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.FieldFailure;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.engine.Trace;
import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.ValueException;
import fieldloom.spill.SpillRoom;
import fieldloom.spill.SpilledRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled mapping.
 *
 * @param rejects names of targets that take the items joins drop
 * @param driverSlot slot of the driving record
 * @param ordered whether records must be mapped in their order, each once
 * @param intake what records go through before; null where each is mapped as it is
 * @param traced indexes of rules whose steps are told
 * @param code what {@link DirectCompiler} makes of it
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
    Set<Integer> traced,
    DirectCode code)
    implements CompiledMapping {

  /** Whether code may map its records: each alone and in any order. */
  private boolean direct() {
    return !ordered && traced.isEmpty();
  }

  @Override
  public Run start(RunSettings settings) {
    return new MappingRun(this, starter.start(settings, tables));
  }

  private static final class MappingRun implements Run {
    /** Records before code is made: for few it is not worth its while. */
    private static final int INTERPRETED = 100;

    private static final int TRIED = 100;

    private final MappingPlan plan;
    private final RunData data;
    private final Frame frame;
    private @Nullable RecordsRun direct;
    private long mapped;
    private long missed;

    MappingRun(MappingPlan plan, RunData data) {
      this.plan = plan;
      this.data = data;
      this.frame = newFrame();
      if (!plan.traced.isEmpty()) {
        frame.recorder = new Recorder(plan.traced);
      }
    }

    @Override
    public List<Trace> traces() {
      Recorder recorder = frame.recorder;
      return recorder == null ? List.of() : recorder.traces();
    }

    @Override
    public List<Trace.Field> course() {
      Recorder recorder = frame.recorder;
      return recorder == null ? List.of() : recorder.course();
    }

    @Override
    public Usage usage() {
      Recorder recorder = frame.recorder;
      return recorder == null ? Usage.NONE : recorder.used.usage();
    }

    @Override
    public @Nullable BytesRun bytes() {
      // What is grouped or left out before has been read.
      boolean may = !data.everyFailure && plan.direct() && plan.intake == null;
      DirectPlan code = may ? plan.code.bytes(plan) : null;
      return code == null ? null : new DirectBytes(code, newFrame());
    }

    @Override
    public @Nullable RecordsRun records() {
      DirectPlan code = data.everyFailure || !plan.direct() ? null : plan.code.records(plan);
      return code == null ? null : new DirectRecords(code, newFrame());
    }

    private Frame newFrame() {
      return new Frame(data, plan.slots, plan.variables);
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
      if (mapped++ == INTERPRETED) {
        direct = records();
      }
      if (direct != null) {
        Outcome made = direct.map(record, number);
        if (made != null) {
          return made;
        }
        missed++;
        if (missed > TRIED && missed > mapped / 2) {
          // Records of this kind are not what the code is made for.
          direct = null;
        }
      }
      return interpreted(record, number);
    }

    private Outcome interpreted(Object record, long number) {
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
      } catch (RuleFailure known) {
        // It is among the frame's failures.
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
