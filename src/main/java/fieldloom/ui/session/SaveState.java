package fieldloom.ui.session;

import java.time.Instant;

/** How saving stands. */
public sealed interface SaveState {

  /** Nothing was edited since the mapping was opened. */
  record Untouched() implements SaveState {}

  /** An edit is not saved yet, or is being saved. */
  record Saving() implements SaveState {}

  /** All is saved. */
  record Saved(Instant at, int version) implements SaveState {}

  /** The last save failed; the edits are kept in memory and the next save tries again. */
  record Failed(String message) implements SaveState {}
}
