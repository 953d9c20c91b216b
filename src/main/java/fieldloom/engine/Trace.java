package fieldloom.engine;

import fieldloom.engine.trace.TraceStep;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.formula.Formula;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a field has its value: what each step of its rule gave for one record, or for one item of it.
 *
 * @param rule index in the mapping
 * @param target the field with the numbers of its items, from 1: {@code items[2].qty}
 * @param value what the field got, converted to its type; absent where it got none
 * @param failure why it got none; null where all went well
 * @param steps by their place in the rule's drawing, in the order in which they ended; what was not
 *     asked for, as the branch of an IF that does not hold, is not among them
 * @param story all that happened on the way to the value, in order: what is shown to people
 */
public record Trace(
    int rule,
    String target,
    Object value,
    @Nullable FieldFailure failure,
    Map<NodePath, Step> steps,
    List<TraceStep> story) {
  public Trace {
    story = List.copyOf(story);
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  /**
   * One step. Within an arrow it is what the first item gave.
   *
   * @param formula what was computed, with its position in the text
   * @param value what it gave; null where it failed
   * @param error why it failed, in a sentence; null where it did not
   */
  public record Step(Formula formula, @Nullable Object value, @Nullable String error) {}

  /**
   * A field that was computed.
   *
   * @param rule index in the mapping
   * @param target the field with the numbers of its items, from 1
   * @param value what it got; absent where it got none or failed
   * @param failed whether it failed
   */
  public record Field(int rule, String target, Object value, boolean failed) {}

  /** The steps whose results a step was made of, those that were asked for, in order. */
  public List<Step> inputs(NodePath of) {
    List<Step> inputs = new ArrayList<>();
    Step step = steps.get(of);
    int ports = step == null ? 0 : Drawing.inputs(step.formula()).size();
    for (int port = 0; port < ports; port++) {
      Step input = steps.get(of.child(port));
      if (input != null) {
        inputs.add(input);
      }
    }
    return inputs;
  }
}
