package fieldloom.schema;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.ByteOrderMark;

/** Text of schema files and samples. */
public final class SchemaContent {
  private static final ByteOrderMark[] MARKS = {
    ByteOrderMark.UTF_8,
    ByteOrderMark.UTF_32LE,
    ByteOrderMark.UTF_32BE,
    ByteOrderMark.UTF_16LE,
    ByteOrderMark.UTF_16BE
  };

  private SchemaContent() {}

  /**
   * Decodes a file strictly; a byte order mark is dropped and decides the encoding.
   *
   * @throws SchemaException where a byte does not belong to the encoding
   */
  public static String text(String fileName, byte[] content, Charset declared)
      throws SchemaException {
    Charset charset = declared;
    int from = 0;
    for (ByteOrderMark mark : MARKS) {
      if (starts(content, mark)) {
        charset = Charset.forName(mark.getCharsetName());
        from = mark.length();
        break;
      }
    }
    try {
      String text =
          charset
              .newDecoder()
              .decode(ByteBuffer.wrap(content, from, content.length - from))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new SchemaException(
          "The file "
              + fileName
              + " is not written in "
              + charset.name()
              + "; save it in that encoding, or set the right one.");
    }
  }

  /** Whether the content starts with a byte order mark, and so is text. */
  public static boolean hasMark(byte[] content) {
    for (ByteOrderMark mark : MARKS) {
      if (starts(content, mark)) {
        return true;
      }
    }
    return false;
  }

  /** Text of a UTF-8 file; "" where it is none, for looking at what kind it is. */
  public static String glance(byte[] content) {
    try {
      return text("", content, StandardCharsets.UTF_8);
    } catch (SchemaException e) {
      return "";
    }
  }

  /** A schema's name, from its file's: {@code folder/crm-order.schema.json} gives crm-order. */
  public static String baseName(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static boolean starts(byte[] content, ByteOrderMark mark) {
    if (content.length < mark.length()) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if ((content[i] & 0xFF) != mark.get(i)) {
        return false;
      }
    }
    return true;
  }
}
