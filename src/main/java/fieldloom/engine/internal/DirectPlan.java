package fieldloom.engine.internal;

import fieldloom.payload.json.tape.Shape;

/**
 * A mapping as code.
 *
 * @param shape what is read of a record that is bytes
 * @param sites names of the fields that are read of a record that is values, by number
 * @param driverSlot slot of the record
 * @param directSlots slots of aliases that the code reads itself
 * @param cells of the target record; 0 where no rule reads its fields
 * @param depth how deep loops nest
 * @param pieces the code; what maps the record is the first method of the first
 */
record DirectPlan(
    Shape shape,
    String[] sites,
    int driverSlot,
    int[] directSlots,
    int cells,
    int depth,
    DirectPiece[] pieces) {}
