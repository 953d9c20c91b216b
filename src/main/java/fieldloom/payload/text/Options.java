package fieldloom.payload.text;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.FormatException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The options of a source or target, read with sentences that say what would be right. */
public final class Options {
  private final String owner;
  private final @Nullable JsonNode options;

  /**
   * @param owner name of the source or target
   * @throws FormatException where the options are no object
   */
  public Options(String owner, @Nullable JsonNode options) throws FormatException {
    this.owner = owner;
    this.options = options == null || options.isNull() ? null : options;
    if (this.options != null && !options.isObject()) {
      throw new FormatException("The options of " + owner + " must be an object.");
    }
  }

  /** A text; null where the option is not given. */
  public @Nullable String text(String name) throws FormatException {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    if (!node.isTextual()) {
      throw wrong(name, node, "a text");
    }
    return node.textValue();
  }

  public boolean flag(String name, boolean otherwise) throws FormatException {
    JsonNode node = node(name);
    if (node == null) {
      return otherwise;
    }
    if (!node.isBoolean()) {
      throw wrong(name, node, "true or false");
    }
    return node.booleanValue();
  }

  /** One character that is no line end. */
  public char character(String name, char otherwise) throws FormatException {
    JsonNode node = node(name);
    if (node == null) {
      return otherwise;
    }
    String text = node.isTextual() ? node.textValue() : "";
    if (text.length() != 1
        || "\r\n\uFEFF".contains(text)
        || Character.isSurrogate(text.charAt(0))) {
      throw wrong(name, node, "one character that is no line end, such as \"" + otherwise + "\"");
    }
    return text.charAt(0);
  }

  /** A text of at least one character; null where the option is not given. */
  public @Nullable String filled(String name) throws FormatException {
    String text = text(name);
    if (text != null && text.isBlank()) {
      throw wrong(name, node(name), "a text that is not blank");
    }
    return text;
  }

  /**
   * A whole number.
   *
   * @param least the smallest one allowed
   * @return null where the option is not given
   */
  public @Nullable Integer whole(String name, int least) throws FormatException {
    JsonNode node = node(name);
    if (node == null) {
      return null;
    }
    if (!node.canConvertToExactIntegral() || !node.canConvertToInt() || node.intValue() < least) {
      throw wrong(name, node, "a whole number from " + least + " on");
    }
    return node.intValue();
  }

  /** What is said where an option must be given. */
  public FormatException missing(String name, String what) {
    return new FormatException(
        "The option " + name + " of " + owner + " is not given; write " + what + ".");
  }

  /** The items of a list, each an object with options of its own; none where it is not given. */
  public List<JsonNode> objects(String name) throws FormatException {
    JsonNode node = node(name);
    if (node == null) {
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    node.forEach(items::add);
    if (!node.isArray() || items.stream().anyMatch(item -> !item.isObject())) {
      throw wrong(name, node, "a list of objects");
    }
    return items;
  }

  /** One of a few texts; the first is what holds where the option is not given. */
  public String oneOf(String name, List<String> allowed) throws FormatException {
    JsonNode node = node(name);
    if (node == null) {
      return allowed.getFirst();
    }
    if (!node.isTextual() || !allowed.contains(node.textValue())) {
      List<String> shown = allowed.stream().map(Options::json).toList();
      String last = shown.getLast();
      throw wrong(
          name, node, String.join(", ", shown.subList(0, shown.size() - 1)) + " or " + last);
    }
    return node.textValue();
  }

  public Charset charset(String name, Charset otherwise) throws FormatException {
    JsonNode node = node(name);
    if (node == null) {
      return otherwise;
    }
    String wanted = node.isTextual() ? node.textValue() : "";
    try {
      Charset charset = Charset.forName(wanted);
      if (charset.canEncode()) {
        return charset;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(name, node, "an encoding such as UTF-8, GB18030 or windows-1252");
    }
    throw wrong(name, node, "an encoding such as UTF-8, GB18030 or windows-1252");
  }

  /** What is said where an option has a value it cannot have. */
  public FormatException wrong(String name, @Nullable JsonNode value, String allowed) {
    return new FormatException(
        String.format(
            Locale.ROOT,
            "The option %s of %s is %s, but it must be %s.",
            name,
            owner,
            value,
            allowed));
  }

  public @Nullable JsonNode node(String name) {
    JsonNode node = options == null ? null : options.get(name);
    return node == null || node.isNull() ? null : node;
  }

  private static String json(String text) {
    return "\"" + text.replace("\n", "\\n").replace("\r", "\\r") + "\"";
  }
}
