package fieldloom.ui.start;

import java.time.Instant;

/**
 * A mapping of the workspace as the start screen lists it.
 *
 * @param path in the workspace
 * @param state what stands in the State column
 * @param mapped target fields that have a rule
 * @param fields target fields in all; 0 where the schema is not known
 */
public record Recent(
    String path,
    String name,
    Instant edited,
    State state,
    int errors,
    int warnings,
    int mapped,
    int fields) {

  /** What a mapping is worth. */
  public enum State {
    VALID,
    WARNINGS,
    ERRORS,
    /** It could not be read, as its row says. */
    UNREADABLE
  }
}
