package fieldloom.ui.session;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.CompiledMapping.Intake.Taken;
import fieldloom.function.ValueException;
import fieldloom.model.value.Obj;
import fieldloom.payload.RecordReader.InputRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which group of a sample's records is shown. */
final class Intakes {
  private Intakes() {}

  /**
   * What a record is mapped with: the group it is in, or itself.
   *
   * @param chosen its index among the records
   * @return null where the source's condition leaves it out
   * @throws ValueException where it cannot be chosen or grouped
   */
  static @Nullable Taken around(CompiledMapping.Intake intake, List<Object> records, int chosen) {
    List<Taken> all = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      try {
        all.addAll(intake.take(new InputRecord(records.get(i), i + 1L), i + 1L));
      } catch (ValueException e) {
        // A run leaves out such a record; here only the one that is looked at matters.
        if (i == chosen) {
          throw e;
        }
      }
    }
    intake.rest().forEachRemaining(all::add);
    for (Taken taken : all) {
      if (isIn(taken, records.get(chosen), chosen)) {
        return taken;
      }
    }
    return null;
  }

  private static boolean isIn(Taken taken, Object record, int chosen) {
    return taken.number() == chosen + 1L
        || taken.record().value() instanceof Obj group
            && group.get("items") instanceof List<?> items
            && items.stream().anyMatch(item -> item == record);
  }
}
