package fieldloom.schema.protobuf;

import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import fieldloom.schema.Readings;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses single files; what they refer to is not looked at. */
final class ProtoParsing {
  /** Deeper than the compiler of Protobuf itself allows. */
  private static final int DEEPEST = 200;

  private static final Pattern FAULT =
      Pattern.compile("(?s)Syntax error in .*?:(\\d+):(\\d+): (.*)");

  private static final Pattern LABEL = Pattern.compile("unexpected label: (.{1,100})");
  private static final int MOST_SHOWN = 120;
  private static final int MAX_CHARS = 16_000_000;

  private ProtoParsing() {}

  /**
   * Parses a file.
   *
   * @throws SchemaException with file, line and column
   */
  static ProtoFileElement parse(SchemaFile file) throws SchemaException {
    String text = SchemaContent.text(file.label(), file.content(), StandardCharsets.UTF_8);
    if (text.length() > MAX_CHARS) {
      throw new SchemaException(
          "The file "
              + file.label()
              + " has more than 16,000,000 characters, and no Protobuf as long is read; give a"
              + " smaller one.");
    }
    checkDepth(file, text);
    try {
      return ProtoParser.Companion.parse(Location.get("schema.proto"), text);
    } catch (IllegalStateException e) {
      Matcher fault = FAULT.matcher(String.valueOf(e.getMessage()));
      if (!fault.matches()) {
        throw wrong(file, "", String.valueOf(e.getMessage()));
      }
      String place = " at line " + fault.group(1) + ", column " + fault.group(2);
      throw wrong(file, place, fault.group(3));
    } catch (IllegalArgumentException e) {
      throw wrong(file, "", String.valueOf(e.getMessage()));
    }
  }

  private static SchemaException wrong(SchemaFile file, String place, String reason) {
    return new SchemaException(
        "The file "
            + file.label()
            + " is no Protobuf that can be read"
            + place
            + ": "
            + said(reason.strip().lines().findFirst().orElse("it ends too early"))
            + ".");
  }

  private static String said(String line) {
    Matcher label = LABEL.matcher(line);
    if (label.matches()) {
      return "a field of proto2 has required, optional or repeated before its type “"
          + label.group(1)
          + "”; write one of them, or let the file begin with syntax = \"proto3\"";
    }
    String plain = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    String shown = plain.length() > MOST_SHOWN ? plain.substring(0, MOST_SHOWN) + "…" : plain;
    return shown.contains("; ") ? shown : shown + "; correct it";
  }

  /** The parser calls itself for each level, and would end the program. */
  private static void checkDepth(SchemaFile file, String text) throws SchemaException {
    Readings.Watch watch = file.watch(text.length());
    int depth = 0;
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
        lineStart = i + 1;
        watch.at(lineStart);
      } else if (c == '/' && text.startsWith("//", i)) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end - 1;
      } else if (c == '"' || c == '\'') {
        i = behindQuote(text, i);
      } else if (c == '{' || c == '[') {
        depth++;
        if (depth > DEEPEST) {
          throw wrong(
              file,
              " at line " + line + ", column " + (i - lineStart + 1),
              "it has more than " + DEEPEST + " levels of brackets; so many are not read");
        }
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
  }

  /** Where a text in quotes ends; it cannot go beyond its line. */
  private static int behindQuote(String text, int from) {
    char quote = text.charAt(from);
    int i = from + 1;
    while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i < text.length() && text.charAt(i) == '\n' ? i - 1 : i;
  }
}
