package fieldloom.generate;

import fieldloom.model.Facets;
import fieldloom.model.SchemaNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Texts of fields, within what their schema allows. Not thread-safe. */
final class TextMaker {
  /** As long as a text is made where the schema sets no limit and the longest is asked for. */
  private static final int LONG = 255;

  private static final String ODD = "\"O'Neil\" \\ <&> ,;| é 𠮷野家 😀 ";

  private final Patterns patterns = new Patterns();

  /** A value that is one of a list; null where the schema has none. */
  static @Nullable String listed(Facets facets, Scene scene) {
    if (facets.enumeration().isEmpty()) {
      return null;
    }
    // A value that is longer than the longest is none, where another is not.
    Integer most = facets.maxLength();
    List<String> fitting =
        facets.enumeration().stream().filter(v -> most == null || length(v) <= most).toList();
    List<String> values = fitting.isEmpty() ? facets.enumeration() : fitting;
    return switch (scene.kind()) {
      case LONGEST -> values.stream().max(Comparator.comparingInt(TextMaker::length)).orElseThrow();
      case SMALLEST, FIRST -> values.getFirst();
      case LARGEST, LAST -> values.getLast();
      case TYPICAL, EMPTY, NULLS, MANY, CHARACTERS ->
          values.get(scene.random().nextInt(values.size()));
    };
  }

  /** A text of a field; the best there is where no text is found that fits. */
  String text(SchemaNode field, Meaning meaning, Scene scene) {
    Facets facets = field.facets();
    String listed = listed(facets, scene);
    if (listed != null) {
      return listed;
    }
    int most = facets.maxLength() == null ? Integer.MAX_VALUE : facets.maxLength();
    int least = facets.limits().minLength() == null ? 0 : facets.limits().minLength();
    String pattern = facets.pattern();
    if (pattern != null) {
      return patterned(field, pattern, meaning, scene, least, most);
    }
    String format = facets.limits().format();
    if (format != null) {
      String formed = Formats.text(format, scene);
      if (formed != null && length(formed) <= most) {
        return formed;
      }
    }
    return switch (scene.kind()) {
      case LONGEST ->
          padded(Fictions.of(field, meaning, scene, most).getFirst(), longest(most), most);
      case CHARACTERS ->
          padded(ODD + Fictions.of(field, meaning, scene, most).getFirst(), least, most);
      case TYPICAL, EMPTY, NULLS, MANY, SMALLEST, LARGEST, FIRST, LAST ->
          fitting(Fictions.of(field, meaning, scene, most), least, most, scene);
    };
  }

  private static int longest(int most) {
    return most == Integer.MAX_VALUE ? LONG : Math.min(most, 10_000);
  }

  private String patterned(
      SchemaNode field, String pattern, Meaning meaning, Scene scene, int least, int most) {
    List<String> offered = new ArrayList<>();
    String format = field.facets().limits().format();
    String formed = format == null ? null : Formats.text(format, scene);
    if (formed != null) {
      offered.add(formed);
    }
    offered.addAll(Fictions.of(field, meaning, scene, most));
    offered.addAll(Times.texts(scene.times().moment(Meaning.words(field.name()))));
    if (scene.kind() == SampleKind.LONGEST && formed == null) {
      String best = null;
      for (int i = 0; i < 8; i++) {
        String text = patterns.text(pattern, scene.random(), made -> fits(made, least, most));
        best = best == null || text != null && length(text) > length(best) ? text : best;
      }
      if (best != null) {
        return best;
      }
    }
    for (String text : offered) {
      if (fits(text, least, most) && patterns.matches(pattern, text)) {
        return text;
      }
    }
    String made = patterns.text(pattern, scene.random(), text -> fits(text, least, most));
    return made == null ? fitting(offered, least, most, scene) : made;
  }

  /**
   * A text for a date or time whose schema gives it a form of its own.
   *
   * @param usual how it is written where nobody says otherwise
   */
  String formed(String pattern, String usual, Scene scene) {
    List<String> offered = new ArrayList<>(List.of(usual));
    offered.addAll(Times.texts(scene.times().moment("")));
    for (String text : offered) {
      if (patterns.matches(pattern, text)) {
        return text;
      }
    }
    String made = patterns.text(pattern, scene.random(), text -> true);
    return made == null ? usual : made;
  }

  private static boolean fits(String text, int least, int most) {
    int length = length(text);
    return length >= least && length <= most;
  }

  private static String fitting(List<String> offered, int least, int most, Scene scene) {
    for (String text : offered) {
      if (fits(text, least, most)) {
        return text;
      }
    }
    String first = offered.getFirst();
    if (length(first) > most) {
      // A code cut short is one; a word cut short is none.
      return most < 8 ? code(scene.random(), most) : cut(first, most).strip();
    }
    return padded(first, least, most);
  }

  private static String code(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('A' + random.nextInt(26)));
    }
    return text.toString();
  }

  /** Repeats a text until it is long enough, and cuts it where it is too long. */
  private static String padded(String text, int length, int most) {
    StringBuilder all = new StringBuilder(text.isEmpty() ? "x" : text);
    String more = all.toString();
    while (all.codePointCount(0, all.length()) < length) {
      all.append(more);
    }
    int wanted = Math.max(Math.min(length, most), Math.min(length(text), most));
    return cut(all.toString(), wanted);
  }

  private static String cut(String text, int codePoints) {
    return length(text) <= codePoints
        ? text
        : text.substring(0, text.offsetByCodePoints(0, codePoints));
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
