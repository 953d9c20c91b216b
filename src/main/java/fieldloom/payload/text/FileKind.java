package fieldloom.payload.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of files that are told by their first bytes, so that one given in place of another is
 * called by its name.
 */
public enum FileKind {
  PNG("a PNG picture", Hints.DATA, "89504E47"),
  JPEG("a JPEG picture", Hints.DATA, "FFD8FF"),
  GIF("a GIF picture", Hints.DATA, "47494638"),
  PDF("a PDF document", Hints.DATA, "255044462D"),
  GZIP("a gzip archive", Hints.UNPACK, "1F8B"),
  BZIP2("a bzip2 archive", Hints.UNPACK, "425A68??314159"),
  ZSTD("a Zstandard archive", Hints.UNPACK, "28B52FFD"),
  SEVEN_ZIP("a 7-Zip archive", Hints.UNPACK, "377ABCAF271C"),
  RAR("a RAR archive", Hints.UNPACK, "526172211A07"),
  ZIP("a zip archive or a workbook", "unpack it, or read it as xlsx", "504B0304"),
  OLE("an old Excel or Word file", "save it as .xlsx or as text", "D0CF11E0A1B11AE1"),
  AVRO("an Avro file of data", "give its schema, or its data as JSON", "4F626A01"),
  PARQUET("a Parquet file of data", "give its data as JSON or CSV", "50415231"),
  SQLITE("an SQLite database", "export the table as CSV", "53514C69746520666F726D6174203300"),
  HTML(
      "an HTML page",
      "it may be the sign-in or error page of a server, so sign in and fetch the file again"),
  XML("an XML document", "choose xml as its format, or give another file"),
  JSON("a JSON document", "choose json as its format, or give another file");

  /** How many bytes of a file's beginning tell its kind. */
  public static final int BYTES = 512;

  private static final Pattern HTML_START =
      Pattern.compile("(?s)(<!doctype\\s+html\\b|<html(?!\\s+xmlns)[\\s>]).*");
  private static final Pattern JSON_START = Pattern.compile("(?s)(\\{\\s*\"|\\[\\s*\\{\\s*\").*");
  private static final List<String> MARKED = List.of("csv", "fixed", "edi", "protobuf", "ddl");

  private final String noun;
  private final String remedy;
  private final @Nullable String mark;

  FileKind(String noun, String remedy) {
    this(noun, remedy, null);
  }

  /**
   * @param mark its first bytes in hexadecimal; {@code ??} is any byte
   */
  FileKind(String noun, String remedy, @Nullable String mark) {
    this.noun = noun;
    this.remedy = remedy;
    this.mark = mark;
  }

  /** What is done about many of them. */
  private static final class Hints {
    private static final String DATA = "give the file that holds the data";
    private static final String UNPACK = "unpack it first";
  }

  /** What it is: {@code a PNG picture}. */
  public String noun() {
    return noun;
  }

  /** What to do, the end of a sentence without its full stop. */
  public String remedy() {
    return remedy;
  }

  /**
   * What a file is in place of the format it was given for.
   *
   * @param start its first bytes, {@link #BYTES} of them where there are as many
   * @param format as {@code PayloadFormat} and {@code SchemaReader} name it
   * @return null where the bytes may be of that format
   */
  public static @Nullable FileKind inPlaceOf(String format, byte[] start) {
    FileKind kind = of(start);
    if (kind == null || format.equals("xlsx")) {
      return null;
    }
    return switch (kind) {
      case XML -> format.startsWith("x") || format.equals("edi-schema") ? null : kind;
      case JSON -> MARKED.contains(format) ? kind : null;
      case PNG,
          JPEG,
          GIF,
          PDF,
          GZIP,
          BZIP2,
          ZSTD,
          SEVEN_ZIP,
          RAR,
          ZIP,
          OLE,
          AVRO,
          PARQUET,
          SQLITE,
          HTML ->
          kind;
    };
  }

  /** What a file is, as far as its first bytes tell; null where they do not. */
  public static @Nullable FileKind of(byte[] start) {
    for (FileKind kind : values()) {
      if (kind.mark != null && starts(start, kind.mark)) {
        return kind;
      }
    }
    String text = new String(start, StandardCharsets.UTF_8);
    String begin = (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
    String small = begin.toLowerCase(Locale.ROOT);
    if (HTML_START.matcher(small).matches()) {
      return HTML;
    }
    if (small.startsWith("<?xml")) {
      return XML;
    }
    return JSON_START.matcher(begin).matches() ? JSON : null;
  }

  private static boolean starts(byte[] start, String mark) {
    if (start.length * 2 < mark.length()) {
      return false;
    }
    for (int i = 0; i < mark.length() / 2; i++) {
      if (mark.charAt(2 * i) != '?'
          && (start[i] & 0xFF) != HexFormat.fromHexDigits(mark, 2 * i, 2 * i + 2)) {
        return false;
      }
    }
    return true;
  }
}
