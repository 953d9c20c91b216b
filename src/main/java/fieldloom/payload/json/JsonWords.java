package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what a parser of JSON refuses, and what to do about it. */
public final class JsonWords {
  private static final int MOST_SHOWN = 40;

  private static final Pattern CHARACTER =
      Pattern.compile("(?s)Unexpected character \\('(.+?)' \\(code .*?\\)\\)(.*)");
  private static final Pattern CONTROL = Pattern.compile("(?s).*\\(CTRL-CHAR, code (\\d+)\\).*");
  private static final Pattern ESCAPE =
      Pattern.compile("(?s)Unrecognized character escape '(.+?)' \\(code .*");
  private static final Pattern TOKEN =
      Pattern.compile("(?s)(?:Unrecognized|Non-standard) token '(.*?)'.*");
  private static final Pattern CLOSED =
      Pattern.compile("(?s)Unexpected close marker '(.)': (?:expected '(.)'|no open).*");
  private static final Pattern TWICE = Pattern.compile("(?s)Duplicate field '(.*?)'.*");

  private JsonWords() {}

  /** A part of the parser's own words and what is said for it. */
  private record Words(String part, String said) {}

  private static final List<Words> EXPECTED =
      List.of(
          new Words("double-quote to start field name", "a name in double quotes was expected"),
          new Words("a colon", "a colon was expected behind a name"),
          new Words("comma to separate", "a comma was expected behind a value"),
          new Words("hex-digit", "four hexadecimal digits were expected behind \\u"),
          new Words("Decimal point", "a digit was expected behind the point of a number"),
          new Words("Exponent", "a digit was expected in the exponent of a number"),
          new Words("minus sign", "a digit was expected behind a minus sign"));

  private static final List<Words> OTHERS =
      List.of(
          new Words(
              "Leading zeroes", "a number starts with a needless zero; leave it out, or quote it"),
          new Words(
              "surrogate", "a name has half a character in it, a surrogate without the other half"),
          new Words("Trailing token", "something follows the end of the JSON; leave one value"));

  /**
   * What is wrong, the end of a sentence without its full stop: {@code a comma was expected behind
   * a value, but “2” stands there; correct it}.
   */
  public static String of(JsonProcessingException e) {
    String raw = String.valueOf(e.getOriginalMessage());
    String said = said(raw);
    return said.contains("; ") ? said : said + "; correct it";
  }

  private static String said(String raw) {
    Matcher twice = TWICE.matcher(raw);
    if (twice.matches()) {
      return "the key “" + shown(twice.group(1)) + "” stands twice in one object; keep one of them";
    }
    Matcher control = CONTROL.matcher(raw);
    if (control.matches()) {
      return raw.startsWith("Illegal unquoted")
          ? "a line break or another control character (code "
              + control.group(1)
              + ") stands in a text; write it as an escape such as \\n"
          : "the control character of code " + control.group(1) + " stands there; take it out";
    }
    Matcher character = CHARACTER.matcher(raw);
    if (character.matches()) {
      return character(character.group(1), character.group(2));
    }
    Matcher escape = ESCAPE.matcher(raw);
    if (escape.matches()) {
      return "a text has the unknown escape “\\"
          + escape.group(1)
          + "”; a backslash is written \\\\";
    }
    Matcher token = TOKEN.matcher(raw);
    if (token.matches()) {
      return "“" + shown(token.group(1)) + "” is no value of JSON; texts stand in double quotes";
    }
    Matcher closed = CLOSED.matcher(raw);
    if (closed.matches()) {
      return closed.group(2) == null
          ? "“" + closed.group(1) + "” closes nothing"
          : "“" + closed.group(1) + "” stands where “" + closed.group(2) + "” was expected";
    }
    for (Words words : OTHERS) {
      if (raw.contains(words.part())) {
        return words.said();
      }
    }
    return "it cannot be read from there on";
  }

  private static String character(String found, String expected) {
    if (found.equals("\uFEFF")) {
      return "a byte order mark stands in the middle of the text; delete it";
    }
    if (expected.contains("comment")) {
      return "“" + found + "” stands there, and JSON has no comments; take it out";
    }
    for (Words words : EXPECTED) {
      if (expected.contains(words.part())) {
        return words.said() + ", but “" + found + "” stands there";
      }
    }
    return "a value was expected, but “" + found + "” stands there";
  }

  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "\uFFFD");
    return plain.length() > MOST_SHOWN ? plain.substring(0, MOST_SHOWN) + "…" : plain;
  }
}
