package fieldloom.function.conversion;

import fieldloom.function.Arguments;
import fieldloom.function.ValueException;
import fieldloom.model.value.Binary;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** The bytes of an argument: those of binary, or of its text. */
  static byte[] bytes(Arguments a, int i) {
    return a.value(i) instanceof Binary b ? b.bytes() : a.text(i).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The text of bytes.
   *
   * @throws ValueException where they are no UTF-8
   */
  static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ValueException("not-text", "The bytes are no text in UTF-8.");
    }
  }
}
