package fieldloom.ui.formula;

import fieldloom.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A proposal while typing.
 *
 * @param text what is put in: a path, or a function's name without parentheses
 * @param kind what it is
 * @param hint its title, or a function's parameters
 * @param type of the value; null where unknown
 * @param sample the sample's value; "" where there is none
 * @param help more about it, one sentence; "" where there is none
 * @param hitStart where the typed text is in it; −1 where it is not
 * @param hitLength length of the typed text
 */
public record Completion(
    String text,
    Kind kind,
    String hint,
    @Nullable FieldType type,
    String sample,
    String help,
    int hitStart,
    int hitLength) {

  /** What is proposed. */
  public enum Kind {
    PATH,
    FUNCTION,
    VARIABLE
  }

  Completion withHit(int start, int length) {
    return new Completion(text, kind, hint, type, sample, help, start, length);
  }
}
