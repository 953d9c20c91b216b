package fieldloom.ui.session;

import java.util.Optional;

/**
 * A formula that is being typed and not applied yet.
 *
 * @param target the field it is for
 * @param text as typed
 */
public record FormulaDraft(FieldRef target, String text) {

  /** One text to keep it as: the field's path, a line end, the formula. */
  public String encode() {
    return target + "\n" + text;
  }

  /** Reads what {@link #encode} wrote; empty where it is something else. */
  public static Optional<FormulaDraft> decode(String content) {
    int end = content.indexOf('\n');
    if (end < 1) {
      return Optional.empty();
    }
    try {
      FieldRef target = FieldRef.parse(content.substring(0, end));
      return Optional.of(new FormulaDraft(target, content.substring(end + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
