package fieldloom.job;

import fieldloom.model.Mapping;
import fieldloom.pack.StaleParts;
import fieldloom.spill.SpillRoom;
import java.io.IOException;
import java.nio.file.Path;

/** The temporary file of a run, in the folder of the system for such files. */
final class SpillFiles {
  private static final String NAME = "fieldloom-spill";

  private SpillFiles() {}

  /** Room for the records of a run; what killed runs left on the disk is removed before. */
  static SpillRoom room(RunRequest request) {
    Path place = Path.of(System.getProperty("java.io.tmpdir"), NAME).toAbsolutePath();
    Mapping mapping = request.project().mapping();
    if (mapping.sources().size() > 1 || mapping.driver().isGrouped()) {
      removeStale(place);
    }
    return new SpillRoom(request.memory(), () -> StaleParts.fresh(place));
  }

  private static void removeStale(Path place) {
    try {
      StaleParts.remove(place);
    } catch (IOException e) {
      // A folder that cannot be looked through shows when the file is made, if it is needed.
      return;
    }
  }
}
