package fieldloom.engine.internal;

import fieldloom.payload.json.tape.Shape;
import java.lang.invoke.MethodHandle;

/**
 * A mapping as code that maps records from bytes to bytes.
 *
 * @param shape what is read of a record
 * @param driverSlot slot of the record
 * @param tapeSlots slots of aliases whose values stay on the tape
 * @param cells of the target record; 0 where no rule reads its fields
 * @param depth how deep loops nest
 * @param constructor of the code's class
 */
record DirectPlan(
    Shape shape,
    int driverSlot,
    int[] tapeSlots,
    int cells,
    int depth,
    MethodHandle constructor) {

  /** The code with a frame of its own, for one thread. */
  Direct start(Frame frame) {
    try {
      return (Direct) constructor.invoke(this, frame);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a constructor without checked exceptions threw one", e);
    }
  }
}
