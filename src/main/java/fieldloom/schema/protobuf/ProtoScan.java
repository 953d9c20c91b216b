package fieldloom.schema.protobuf;

import fieldloom.schema.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Walks through a Protobuf file: how deep its brackets stand within each other, and where it can be
 * parted between two declarations.
 */
final class ProtoScan {
  private static final Set<String> DECLARATIONS = Set.of("message", "enum", "service", "extend");

  private final String text;
  private final int deepest;
  private final int least;
  private final List<Part> parts = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;
  private int depth;

  /** Where a line begins behind the last declaration; negative where that has no such line yet. */
  private int behind = -1;

  private int behindLine;
  private char last = ' ';

  /**
   * Declarations that stand behind each other.
   *
   * @param from where they begin, at the start of a line
   * @param line which one that is, from 1
   */
  record Part(int from, int line) {}

  /**
   * @param deepest most brackets within each other
   * @param least fewest characters of a part
   */
  ProtoScan(String text, int deepest, int least) {
    this.text = text;
    this.deepest = deepest;
    this.least = least;
    parts.add(new Part(0, 1));
  }

  /**
   * Walks through it.
   *
   * @param watch told at each line
   * @return whether it does not go deeper than is allowed; else it is where it does
   */
  boolean walk(Readings.Watch watch) {
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        newLine();
        watch.at(lineStart);
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end - 1;
      } else if (text.startsWith("/*", at)) {
        passComment();
      } else if (c > ' ') {
        if (!take(c)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean take(char c) {
    if (behind >= 0 && depth == 0) {
      if (behind - parts.getLast().from() >= least && beginsDeclaration()) {
        parts.add(new Part(behind, behindLine));
      }
      behind = -1;
    }
    last = c;
    if (c == '"' || c == '\'') {
      passQuote(c);
    } else if (c == '{' || c == '[') {
      depth++;
    } else if (c == '}' || c == ']') {
      depth--;
    }
    return depth <= deepest;
  }

  private void newLine() {
    line++;
    lineStart = at + 1;
    if (behind < 0 && depth == 0 && (last == '}' || last == ';')) {
      behind = lineStart;
      behindLine = line;
    }
  }

  private boolean beginsDeclaration() {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return DECLARATIONS.contains(text.substring(at, end))
        && end < text.length()
        && Character.isWhitespace(text.charAt(end));
  }

  private void passComment() {
    int end = text.indexOf("*/", at + 2);
    int behindIt = end < 0 ? text.length() : end + 2;
    for (; at < behindIt - 1; at++) {
      if (text.charAt(at) == '\n') {
        newLine();
      }
    }
  }

  /** A text in quotes cannot go beyond its line. */
  private void passQuote(char quote) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    at = i < text.length() && text.charAt(i) == '\n' ? i - 1 : i;
  }

  /** The line where it is, from 1. */
  int line() {
    return line;
  }

  /** The column where it is, from 1. */
  int column() {
    return at - lineStart + 1;
  }

  /** The parts of the text, as far as it is; the first begins where the text does. */
  List<Part> parts() {
    return parts;
  }
}
