package fieldloom.ui.session;

import java.util.List;

/**
 * A question before an edit, as when a second source is linked to a field that has one.
 *
 * @param question one sentence
 * @param options in order; the keys 1, 2, 3 choose them
 */
public record EditChoice(String question, List<Option> options) {
  public EditChoice {
    options = List.copyOf(options);
  }

  /**
   * An answer.
   *
   * @param label a few words: {@code Join text}
   * @param detail what the field's formula becomes
   */
  public record Option(String label, String detail, Edit edit) {}
}
