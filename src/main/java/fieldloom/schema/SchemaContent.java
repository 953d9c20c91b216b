package fieldloom.schema;

import fieldloom.model.Fault;
import fieldloom.model.Resources;
import fieldloom.payload.text.FileKind;
import fieldloom.payload.text.StrictReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.io.ByteOrderMark;
import org.jspecify.annotations.Nullable;

/** Text of schema files and samples. */
public final class SchemaContent {
  /** Largest schema, and largest sample that is read whole, in bytes. */
  static final int MAX_BYTES = 64 << 20;

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
    ByteOrderMark mark = mark(content);
    Charset charset = mark == null ? declared : Charset.forName(mark.getCharsetName());
    int from = mark == null ? 0 : mark.length();
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
   * Refuses a file that is of another kind than its reader's.
   *
   * @param format of the reader
   */
  static void check(SchemaFile file, String format) throws SchemaException {
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

  /**
   * The bytes of a schema or a sample; of one that is larger than is read whole, as many and one.
   *
   * @throws IOException where it is not there or cannot be read
   */
  public static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  /** The same of a file among those around a mapping. */
  static byte[] read(Resources around, String name) throws IOException {
    return around.read(name, MAX_BYTES);
  }

  /**
   * The bytes of a file that may be a schema.
   *
   * @return null where it is larger than any that is read
   * @throws IOException where it is not there or cannot be read
   */
  public static byte @Nullable [] ofSchema(Resources around, String name) throws IOException {
    byte[] content = read(around, name);
    return content.length > MAX_BYTES ? null : content;
  }

  /** What kind of file a content is of, between commas; "" where its beginning does not tell. */
  static String kind(byte[] content) {
    FileKind kind = FileKind.of(start(content));
    return kind == null ? "" : ", " + kind.noun() + ",";
  }

  private static byte[] start(byte[] content) {
    return Arrays.copyOf(content, Math.min(content.length, FileKind.BYTES));
  }

  /** Whether the content starts with a byte order mark, and so is text. */
  public static boolean hasMark(byte[] content) {
    return mark(content) != null;
  }

  /** The byte order mark with which the content starts; null where it starts with none. */
  static @Nullable ByteOrderMark mark(byte[] content) {
    for (ByteOrderMark mark : MARKS) {
      if (starts(content, mark)) {
        return mark;
      }
    }
    return null;
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
