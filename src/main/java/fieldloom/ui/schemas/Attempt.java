package fieldloom.ui.schemas;

import fieldloom.schema.SchemaException;
import fieldloom.ui.kit.Sentences;
import java.io.IOException;

/** What came of reading files: what was found, or why nothing was. */
sealed interface Attempt<T> {

  /** What was read. */
  record Found<T>(T value) implements Attempt<T> {}

  /**
   * Why nothing was read.
   *
   * @param outside whether files above the picked one's folder may help
   */
  record Refused<T>(String sentence, boolean outside) implements Attempt<T> {}

  /** Reads something of files. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws SchemaException, IOException;
  }

  /** Reads. */
  static <T> Attempt<T> of(Reading<T> reading) throws IOException {
    try {
      return new Found<>(reading.read());
    } catch (SchemaException e) {
      return new Refused<>(Sentences.of(e), e.isOutside());
    }
  }
}
