package fieldloom.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sentences in another language by what they are in English: the English one is the key, as it is
 * in the catalogues of gettext, and what it tells of is found in it. So sentences that were kept
 * long ago are said in the window's language too. Immutable.
 */
final class Phrasebook {
  private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

  private final Map<String, String> whole = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();

  /**
   * A sentence with holes.
   *
   * @param english reads it; a group a hole
   * @param said with {0} for the first hole
   * @param fixed how many characters stand in no hole: who has more is asked first
   */
  private record Phrase(Pattern english, String said, int fixed) {}

  /**
   * Reads a book.
   *
   * @param name of a resource beside this class: an English line, below it the other one
   */
  Phrasebook(String name) {
    List<String> lines = lines(name);
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      String english = lines.get(i);
      if (HOLE.matcher(english).find()) {
        phrases.add(phrase(english, lines.get(i + 1)));
      } else {
        whole.put(english, lines.get(i + 1));
      }
    }
    phrases.sort(Comparator.comparingInt(Phrase::fixed).reversed());
  }

  private static List<String> lines(String name) {
    try (InputStream in = Objects.requireNonNull(Phrasebook.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Phrase phrase(String english, String said) {
    StringBuilder regex = new StringBuilder();
    Matcher hole = HOLE.matcher(english);
    int from = 0;
    while (hole.find()) {
      regex.append(Pattern.quote(english.substring(from, hole.start()))).append("(.*?)");
      from = hole.end();
    }
    regex.append(Pattern.quote(english.substring(from)));
    int fixed = HOLE.matcher(english).replaceAll("").length();
    return new Phrase(Pattern.compile(regex.toString(), Pattern.DOTALL), said, fixed);
  }

  /** The sentence in the other language; null where the book does not have it. */
  @Nullable String said(String english) {
    String known = whole.get(english);
    if (known != null) {
      return known;
    }
    for (Phrase phrase : phrases) {
      Matcher matcher = phrase.english().matcher(english);
      if (matcher.matches()) {
        return HOLE.matcher(phrase.said())
            .replaceAll(
                hole ->
                    Matcher.quoteReplacement(
                        told(matcher.group(Integer.parseInt(hole.group(1)) + 1))));
      }
    }
    return null;
  }

  /** What stands in a hole: a word of the book or a sentence is said too, a value stays. */
  private String told(String text) {
    boolean sentence = text.endsWith(".") && text.contains(" ");
    boolean place = text.startsWith("line ");
    boolean words =
        text.startsWith("at ") || text.startsWith("A list of ") || text.matches("\\d+ to \\d+");
    String said = sentence || place || words ? said(text) : whole.get(text);
    return said == null ? text : said;
  }
}
