package fieldloom.engine.internal;

import fieldloom.engine.Trace;
import fieldloom.engine.trace.TraceStep;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaPrinter;
import fieldloom.model.value.Absent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule, or a condition of a loop, that is being computed for one item. */
final class TracedRule {
  private final int rule;

  /** The condition of a loop; null for a rule, with its own condition. */
  private final TraceStep.@Nullable Part part;

  private final Map<NodePath, Trace.Step> steps = new LinkedHashMap<>();
  private final Map<NodePath, Trace.Step> conditions = new LinkedHashMap<>();
  private final List<TraceStep> told = new ArrayList<>();
  private final List<TraceStep> looked = new ArrayList<>();
  private final Set<Read> reads = new LinkedHashSet<>();
  private @Nullable String error;

  /** A field of the target that was read. */
  private record Read(ValueNode node, Scope scope) {
    Trace.Field told() {
      Object made = node.made(scope);
      boolean failed = made instanceof RuleFailure;
      return new Trace.Field(
          node.rule.index(), scope.path(node.path), failed ? Absent.ABSENT : made, failed);
    }
  }

  TracedRule(int rule, TraceStep.@Nullable Part part) {
    this.rule = rule;
    this.part = part;
  }

  int rule() {
    return rule;
  }

  Map<NodePath, Trace.Step> steps() {
    return steps;
  }

  boolean takes(Watch.Spot spot) {
    boolean own = part == null && (spot.part() == null || spot.part() == TraceStep.Part.WHEN);
    return rule == spot.rule() && (own || part != null && part == spot.part());
  }

  private Map<NodePath, Trace.Step> of(Watch.Spot spot) {
    return spot.part() == null ? steps : conditions;
  }

  void gave(Watch.Spot spot, Object value) {
    boolean again =
        of(spot).putIfAbsent(spot.at(), new Trace.Step(spot.formula(), value, null)) != null;
    if (again) {
      looked.clear();
      return;
    }
    if (Drawing.inputs(spot.formula()).isEmpty() && !spot.at().isRoot()) {
      return;
    }
    told.addAll(looked);
    looked.clear();
    if (spot.part() == null) {
      tell(spot, value, null);
    } else if (part == null && spot.at().isRoot()) {
      told.addAll(condition("", spot.formula()));
    }
  }

  void failed(Watch.Spot spot, String message) {
    of(spot).put(spot.at(), new Trace.Step(spot.formula(), null, message));
    // What contains it fails with it, and says nothing new.
    boolean same = message.equals(error);
    error = message;
    told.addAll(looked);
    looked.clear();
    if (!same && spot.part() == null) {
      tell(spot, null, message);
    }
  }

  private void tell(Watch.Spot spot, @Nullable Object value, @Nullable String failure) {
    List<Trace.Field> fields = reads.stream().map(Read::told).toList();
    reads.clear();
    String filled = new FilledIn(steps).of(spot.formula(), spot.at());
    told.add(
        new TraceStep.Compute(
            spot.at(), spot.formula(), filled, value, failure, spot.first(), fields));
  }

  void looked(TraceStep step) {
    looked.add(step);
  }

  void otherwise(TraceStep.NoRow step) {
    if (!looked.isEmpty()) {
      looked.removeLast();
    }
    looked.add(step);
  }

  void reads(ValueNode node, Scope scope) {
    reads.add(new Read(node, scope));
  }

  /** What there is to tell of a condition. */
  List<TraceStep> condition(String name, Formula formula) {
    Trace.Step whole = conditions.get(NodePath.ROOT);
    if (whole == null || whole.value() == null) {
      return List.of();
    }
    List<TraceStep> all = new ArrayList<>(part == null ? List.of() : told);
    all.add(
        new TraceStep.Condition(
            part == null ? TraceStep.Part.WHEN : part,
            name,
            FormulaPrinter.print(formula),
            new FilledIn(conditions).of(formula, NodePath.ROOT),
            whole.value()));
    return all;
  }

  /** All there is to tell of a rule. */
  List<TraceStep> story(ValueNode node, String field, Object made) {
    List<TraceStep> story = new ArrayList<>(told);
    String type = node.schema.typeText();
    if (made instanceof RuleFailure failure) {
      boolean own = failure.failure.target().equals(field);
      String read = own ? null : failure.failure.target();
      story.add(new TraceStep.Failure(field, type, read, failure.failure.message()));
      return story;
    }
    Trace.Step value = steps.get(NodePath.ROOT);
    boolean nothing = value == null || value.value() == Absent.ABSENT;
    Object schema = made == Absent.ABSENT ? ObjectNode.fallbackOf(node.schema) : Absent.ABSENT;
    if (nothing && made != Absent.ABSENT && node.exec().fallback() != Absent.ABSENT) {
      story.add(new TraceStep.Default(node.exec().fallback(), false));
    } else if (schema != Absent.ABSENT) {
      story.add(new TraceStep.Default(schema, true));
    }
    if (made != Absent.ABSENT || schema != Absent.ABSENT) {
      story.add(new TraceStep.Write(field, type, made == Absent.ABSENT ? schema : made));
    } else {
      Trace.Step when = conditions.get(NodePath.ROOT);
      boolean off = when != null && value == null;
      TraceStep.Why why = off ? TraceStep.Why.CONDITION : TraceStep.Why.VALUE;
      story.add(new TraceStep.Nothing(field, why));
    }
    return story;
  }
}
