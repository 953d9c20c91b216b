package fieldloom.generate;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.parsing.dflt.RgxGenParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Patterns of schemas: whether texts match them, and texts that do. Not thread-safe. */
final class Patterns {
  private static final int TRIES = 60;

  private final Map<String, Known> known = new HashMap<>();

  /** What was made of a pattern; null where it is none that Java or the generator reads. */
  private record Known(@Nullable Pattern check, @Nullable RgxGen maker) {}

  private Known known(String pattern) {
    return known.computeIfAbsent(pattern, key -> new Known(check(key), maker(key)));
  }

  private static @Nullable Pattern check(String pattern) {
    try {
      return Pattern.compile(plain(pattern));
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  private static @Nullable RgxGen maker(String pattern) {
    try {
      return RgxGen.parse(withoutAnchors(plain(pattern)));
    } catch (RgxGenParseException e) {
      return null;
    }
  }

  /** Without what XML Schema has of its own. */
  private static String plain(String pattern) {
    return pattern.replace("\\i", "[A-Za-z_]").replace("\\c", "[A-Za-z0-9._]");
  }

  private static String withoutAnchors(String pattern) {
    return pattern
        .replaceAll("(?<=^|\\(|\\||\\?:)\\^", "")
        .replaceAll("(?<!\\\\)\\$(?=$|\\)|\\|)", "");
  }

  /** Whether a text is one of the pattern as a whole, or holds one where nothing else will do. */
  boolean matches(String pattern, String text) {
    Pattern check = known(pattern).check();
    if (check == null) {
      return true;
    }
    Matcher matcher = check.matcher(text);
    return matcher.matches() || pattern.contains("(?") && matcher.find();
  }

  /**
   * A text that matches.
   *
   * @param fits what it must be beside that
   * @return null where none was found
   */
  @Nullable String text(String pattern, Random random, Predicate<String> fits) {
    RgxGen maker = known(pattern).maker();
    if (maker == null) {
      return null;
    }
    for (int i = 0; i < TRIES; i++) {
      String text = maker.generate(random);
      if (fits.test(text) && matches(pattern, text)) {
        return text;
      }
    }
    return null;
  }
}
