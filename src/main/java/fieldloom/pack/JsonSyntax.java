package fieldloom.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** Says in plain words what is wrong with a text that is no JSON. */
final class JsonSyntax {
  private final String text;

  JsonSyntax(String text) {
    this.text = text;
  }

  /** What is wrong and where, as the end of a sentence that begins with the file's name. */
  String explain(JsonProcessingException problem) {
    long offset = problem.getLocation() == null ? -1 : problem.getLocation().getCharOffset();
    int at = offset < 0 ? text.length() : (int) Math.min(offset, text.length());
    if (problem instanceof StreamConstraintsException) {
      return "is nested deeper than 1,000 levels, or has a name that is too long, at " + place(at);
    }
    if (problem instanceof JsonEOFException || at == text.length()) {
      return "ends at " + place(text.length()) + " before its JSON is complete; is it cut off?";
    }
    // The parser takes half a character in text, but not in a name.
    String fault =
        problem.getOriginalMessage().contains("surrogate")
            ? "has a name with half a character in it (a surrogate without the other)"
            : fault(at);
    return fault + ", at " + place(at);
  }

  private String fault(int at) {
    char found = text.charAt(at);
    char before = before(at);
    if (found == '}' || found == ']') {
      return before == ','
          ? "has a comma too many before “" + found + "”"
          : "has a “" + found + "” that closes nothing or is not expected there";
    }
    if (before == '\\') {
      return "has an unknown escape “\\" + shown(at) + "”; a backslash in text is written \\\\";
    }
    if (found == '\'') {
      return "has a single quote; names and text stand in double quotes";
    }
    if (found == '/' || found == '#') {
      return "has what looks like a comment; JSON has none";
    }
    if (found < ' ') {
      return "has a line break or another control character inside text; it is written \\n or \\t";
    }
    if (before == '{' && found != ',' || before == ',' && Character.isLetter(found)) {
      return "has a “" + shown(at) + "” where a name or text in double quotes is expected";
    }
    if (endsValue(before) && (found == '"' || found == '{' || found == '[')) {
      return "lacks a comma or a colon before “" + shown(at) + "”";
    }
    return "has a “" + shown(at) + "” that is not expected there";
  }

  private String shown(int at) {
    return Character.toString(text.codePointAt(at));
  }

  /** The last character before the fault that is no blank; a space where there is none. */
  private char before(int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return text.charAt(i);
      }
    }
    return ' ';
  }

  private static boolean endsValue(char c) {
    return c == '"' || c == '}' || c == ']' || Character.isLetterOrDigit(c);
  }

  /** {@code line 3, column 7}; a column counts code points from 1. */
  String place(int offset) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return "line " + line + ", column " + (text.codePointCount(start, offset) + 1);
  }
}
