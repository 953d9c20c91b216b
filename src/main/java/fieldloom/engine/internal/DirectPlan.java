package fieldloom.engine.internal;

import fieldloom.payload.json.tape.Shape;

/**
 * A mapping as code.
 *
 * @param shape what is read of a record that is bytes
 * @param sites names of the fields that are read of a record that is values, by number
 * @param driverSlot slot of the record
 * @param directSlots slots of aliases that the code reads itself
 * @param targets in the mapping's order
 * @param depth how deep loops nest
 * @param pieces the code
 */
record DirectPlan(
    Shape shape,
    String[] sites,
    int driverSlot,
    int[] directSlots,
    Target[] targets,
    int depth,
    DirectPiece[] pieces) {

  /**
   * A target.
   *
   * @param takesRejects whether its records are of items that joins drop
   * @param cells of a record; 0 where no rule reads its fields
   * @param records the method that writes its records
   */
  record Target(String name, boolean takesRejects, int cells, DirectClass.Ref records) {}
}
