package fieldloom.engine.internal;

import fieldloom.payload.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a value that is written.
 *
 * @param field name of the field; null where the value is an item
 * @param json the same as JSON; the comma of the first becomes the brace
 */
record DirectName(@Nullable String field, byte[] json) {
  /** Of the record itself. */
  static final DirectName NONE = new DirectName(null, new byte[0]);

  /** Of the items of a list. */
  static final DirectName ITEM = new DirectName(null, new byte[] {','});

  static DirectName of(String field) {
    String json = "," + JsonText.of(field) + ":";
    return new DirectName(field, json.getBytes(StandardCharsets.UTF_8));
  }

  /** A field's name with the value it has where no rule gives one. */
  static Default of(DirectName name, Object value) {
    byte[] json = JsonText.of(value).getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(name.json, name.json.length + json.length);
    System.arraycopy(json, 0, all, name.json.length, json.length);
    return new Default(name, value, all);
  }

  /**
   * What a required field is without a value of its own.
   *
   * @param json the name and the value
   */
  record Default(DirectName name, Object value, byte[] json) {}
}
