package fieldloom.schema.protobuf;

import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import com.squareup.wire.schema.internal.parser.TypeElement;
import fieldloom.schema.Readings;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses single files; what they refer to is not looked at. */
final class ProtoParsing {
  /** Deeper than the compiler of Protobuf itself allows; the parser calls itself for each level. */
  private static final int DEEPEST = 200;

  private static final Pattern FAULT =
      Pattern.compile("(?s)Syntax error in .*?:(\\d+):(\\d+): (.*)");

  private static final Pattern LABEL = Pattern.compile("unexpected label: (.{1,100})");
  private static final int MOST_SHOWN = 120;
  private static final int MAX_CHARS = 16_000_000;

  /** Fewest characters that are parsed at a time, where a declaration ends so soon. */
  private static final int PART = 1 << 16;

  private ProtoParsing() {}

  /**
   * Parses a file.
   *
   * @throws SchemaException with file, line and column
   */
  static ProtoFileElement parse(SchemaFile file) throws SchemaException {
    return parse(file, PART);
  }

  /**
   * Parses a file some declarations at a time.
   *
   * @param part fewest characters of them
   */
  static ProtoFileElement parse(SchemaFile file, int part) throws SchemaException {
    String text = SchemaContent.text(file.label(), file.content(), StandardCharsets.UTF_8);
    if (text.length() > MAX_CHARS) {
      throw new SchemaException(
          "The file "
              + file.label()
              + " has more than 16,000,000 characters, and no Protobuf as long is read; give a"
              + " smaller one.");
    }
    ProtoScan scan = new ProtoScan(text, DEEPEST, part);
    if (!scan.walk(file.watch(text.length()))) {
      throw wrong(
          file,
          " at line " + scan.line() + ", column " + scan.column(),
          "it has more than " + DEEPEST + " levels of brackets; so many are not read");
    }
    return parse(file, text, scan.parts());
  }

  /**
   * The parser takes a text whole, and compares each declaration with all before it: so it is given
   * some of them at a time, each at its line, and what was given up ends between them.
   */
  private static ProtoFileElement parse(SchemaFile file, String text, List<ProtoScan.Part> parts)
      throws SchemaException {
    int end = parts.size() > 1 ? parts.get(1).from() : text.length();
    ProtoFileElement first = element(file, text.substring(0, end));
    if (parts.size() == 1) {
      return first;
    }
    String head =
        (first.getSyntax() == null ? "" : "syntax = \"" + first.getSyntax() + "\";")
            + (first.getPackageName() == null ? "" : "package " + first.getPackageName() + ";");
    ProtoMerge merge = new ProtoMerge(first);
    for (int i = 1; i < parts.size(); i++) {
      Readings.checkWanted();
      ProtoScan.Part next = parts.get(i);
      end = i + 1 < parts.size() ? parts.get(i + 1).from() : text.length();
      String lines = "\n".repeat(next.line() - 1);
      TypeElement twice = merge.add(element(file, head + lines + text.substring(next.from(), end)));
      if (twice != null) {
        throw wrong(
            file,
            " at line "
                + twice.getLocation().getLine()
                + ", column "
                + twice.getLocation().getColumn(),
            twice.getName() + " is already defined before; leave one of them");
      }
    }
    return merge.merged();
  }

  private static ProtoFileElement element(SchemaFile file, String text) throws SchemaException {
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
}
