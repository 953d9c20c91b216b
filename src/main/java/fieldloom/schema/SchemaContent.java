package fieldloom.schema;

import fieldloom.model.Fault;
import fieldloom.model.Resources;
import fieldloom.payload.text.FileKind;
import fieldloom.payload.text.StrictReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.io.ByteOrderMark;

/** Text of schema files and samples. */
public final class SchemaContent {
  /** Largest schema or sample that is read, in bytes. */
  public static final int MAX_BYTES = 64 << 20;

  private static final int GLANCE = 1 << 16;
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
    String text = new String(content, from, content.length - from, charset);
    if (text.indexOf('\uFFFD') >= 0) {
      checkBytes(fileName, content, charset, text);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The character that stands for malformed bytes may also be one of the text. */
  private static void checkBytes(String fileName, byte[] content, Charset charset, String text)
      throws SchemaException {
    try (StrictReader reader = new StrictReader(new ByteArrayInputStream(content), charset)) {
      char[] passed = new char[1 << 13];
      while (!reader.faultBefore(Long.MAX_VALUE)) {
        if (reader.read(passed, 0, passed.length) < 0) {
          return;
        }
      }
      String before = text.substring(0, (int) reader.faultAt());
      int lineStart = before.lastIndexOf('\n') + 1;
      throw new SchemaException(
          "In the file "
              + fileName
              + ", at line "
              + (before.chars().filter(c -> c == '\n').count() + 1)
              + ", column "
              + (before.codePointCount(lineStart, before.length()) + 1)
              + " "
              + reader.faultText()
              + "; save the file in that encoding.",
          Fault.of(
              Fault.Kind.NO_TEXT,
              fileName,
              before.chars().filter(c -> c == '\n').count() + 1,
              before.codePointCount(lineStart, before.length()) + 1,
              reader.faultText()));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
  }

  /**
   * Refuses a file that is of another kind than its reader's, or larger than is read.
   *
   * @param format of the reader
   */
  static void check(SchemaFile file, String format) throws SchemaException {
    checkSize(file);
    FileKind kind = FileKind.inPlaceOf(format, start(file.content()));
    if (kind != null) {
      throw new SchemaException(
          "The file "
              + file.label()
              + " is "
              + kind.noun()
              + ", which is not read as "
              + format
              + "; "
              + kind.remedy()
              + ".",
          Fault.of(Fault.Kind.FILE_OF_ANOTHER_KIND, file.label(), kind.name()));
    }
  }

  static void checkSize(SchemaFile file) throws SchemaException {
    if (file.content().length > MAX_BYTES) {
      throw tooLarge(file.label());
    }
  }

  /**
   * Reads a schema or a sample among the files around it.
   *
   * @throws SchemaException where it is larger than is read
   * @throws IOException where it is not there or cannot be read
   */
  static byte[] read(Resources around, String name) throws IOException, SchemaException {
    byte[] content = around.read(name, MAX_BYTES);
    if (content.length > MAX_BYTES) {
      throw tooLarge(name);
    }
    return content;
  }

  /** What kind of file a content is of, between commas; "" where its beginning does not tell. */
  static String kind(byte[] content) {
    FileKind kind = FileKind.of(start(content));
    return kind == null ? "" : ", " + kind.noun() + ",";
  }

  private static byte[] start(byte[] content) {
    return Arrays.copyOf(content, Math.min(content.length, FileKind.BYTES));
  }

  /** What is said of a file that is larger than schemas and samples are read. */
  public static SchemaException tooLarge(String label) {
    return new SchemaException(
        "The file "
            + label
            + " has more than 64 MB, and no schema or sample as large is read; give a smaller one,"
            + " such as the first records of it.",
        Fault.of(Fault.Kind.FILE_TOO_LARGE, label));
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

  /**
   * The beginning of the text of a UTF-8 file, for looking at what kind it is; "" where that is
   * none.
   */
  public static String glance(byte[] content) {
    return glance(content, GLANCE);
  }

  /**
   * The beginning of the text of a UTF-8 file.
   *
   * @param bytes at most as many of it
   */
  public static String glance(byte[] content, int bytes) {
    int end = Math.min(content.length, bytes);
    // Not in the middle of a character.
    while (end < content.length && end > 0 && (content[end] & 0xC0) == 0x80) {
      end--;
    }
    return textOrNone(end == content.length ? content : Arrays.copyOf(content, end));
  }

  /** The text of a UTF-8 file; "" where it is none. */
  public static String textOrNone(byte[] content) {
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
