package fieldloom.function.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import fieldloom.function.ValueException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Compiled patterns, kept: compiling one costs more than using it. Thread-safe. */
public final class RegexPatterns {
  private static final int KEPT = 500;
  private static final Map<String, Pattern> KNOWN = new ConcurrentHashMap<>();

  private RegexPatterns() {}

  /**
   * What is wrong with a pattern, for the check of one that stands in a formula; null where nothing
   * is.
   */
  public static @Nullable String problem(String pattern) {
    try {
      of(pattern);
      return null;
    } catch (ValueException e) {
      return e.getMessage();
    }
  }

  /** Whether a text holds what a pattern says; true where the pattern cannot be read. */
  public static boolean finds(String pattern, String text) {
    try {
      return of(pattern).matcher(text).find();
    } catch (ValueException e) {
      return true;
    }
  }

  /**
   * The compiled pattern.
   *
   * @throws ValueException where it is none, or uses what RE2 lacks
   */
  static Pattern of(String pattern) {
    Pattern known = KNOWN.get(pattern);
    if (known == null) {
      known = compile(pattern);
      if (KNOWN.size() >= KEPT) {
        KNOWN.clear();
      }
      KNOWN.put(pattern, known);
    }
    return known;
  }

  private static Pattern compile(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      String lack = lack(e.getPattern() == null ? "" : e.getPattern());
      String reason = lack == null ? e.getDescription() + " at " + e.getPattern() : lack;
      throw new ValueException("bad-pattern", "“%s” is no pattern: %s.".formatted(pattern, reason));
    }
  }

  /** What other dialects have and RE2 leaves out, since it could make a pattern hang. */
  private static @Nullable String lack(String fragment) {
    if (fragment.startsWith("(?=") || fragment.startsWith("(?!")) {
      return "look-ahead is not supported (RE2)";
    }
    if (fragment.startsWith("(?<=") || fragment.startsWith("(?<!")) {
      return "look-behind is not supported (RE2)";
    }
    if (fragment.startsWith("(?>")) {
      return "atomic groups are not supported (RE2)";
    }
    if (fragment.matches("[*+?}]\\+.*")) {
      return "possessive repetition is not supported (RE2)";
    }
    if (fragment.matches("\\\\[1-9k].*")) {
      return "back-references are not supported (RE2)";
    }
    return null;
  }
}
