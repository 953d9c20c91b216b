package fieldloom.ui.preview;

import fieldloom.ui.session.Preview;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Reads the samples of the open mapping and maps the first record of each. A port. */
public interface SampleRuns {

  /**
   * What a sample becomes.
   *
   * @param name its path in the workspace
   * @param preview null where it cannot be read
   * @param problem why it cannot be read, a sentence; "" where it can
   */
  record Column(String name, @Nullable Preview preview, String problem) {
    /** The name of its file. */
    String fileName() {
      return name.substring(name.lastIndexOf('/') + 1);
    }
  }

  /** Work that maps those samples with the mapping as it is now, off the FX thread. */
  Callable<List<Column>> running(List<String> samples);
}
