package fieldloom.engine.internal;

import fieldloom.payload.json.tape.Shape;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

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
    Constructor<? extends Direct> constructor) {

  /** The code with a frame of its own, for one thread. */
  Direct start(Frame frame) {
    try {
      return constructor.newInstance(this, frame);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("the code of a mapping cannot be started", e);
    }
  }
}
