package fieldloom.payload.edi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Which encoding an interchange is in, and which characters it may have. */
final class EdiEncodings {
  /**
   * EDIFACT's repertoires. The first two are parts of ASCII; UTF-8 reads them, and the letters
   * beyond that senders write all the same.
   */
  private static final Map<String, String> REPERTOIRES =
      Map.ofEntries(
          Map.entry("UNOA", "UTF-8"),
          Map.entry("UNOB", "UTF-8"),
          Map.entry("UNOC", "ISO-8859-1"),
          Map.entry("UNOD", "ISO-8859-2"),
          Map.entry("UNOE", "ISO-8859-5"),
          Map.entry("UNOF", "ISO-8859-7"),
          Map.entry("UNOG", "ISO-8859-3"),
          Map.entry("UNOH", "ISO-8859-4"),
          Map.entry("UNOI", "ISO-8859-6"),
          Map.entry("UNOJ", "ISO-8859-8"),
          Map.entry("UNOK", "ISO-8859-9"),
          Map.entry("UNOW", "UTF-8"),
          Map.entry("UNOY", "UTF-8"));

  private static final String LEVEL_A = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-()/='+:?!\"%&*;<>";
  private static final String LEVEL_B = LEVEL_A + "abcdefghijklmnopqrstuvwxyz";

  private EdiEncodings() {}

  /**
   * The encoding of a repertoire.
   *
   * @param syntax {@code UNOC}; anything else is UTF-8
   */
  static Charset of(String syntax) {
    String name = REPERTOIRES.getOrDefault(syntax, "UTF-8");
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
  }

  /** The encoding that the first bytes of an input declare. */
  static Charset of(byte[] start, int length) {
    String text = new String(start, 0, length, StandardCharsets.ISO_8859_1);
    int unb = text.indexOf("UNB");
    return unb < 0 || unb + 8 > text.length()
        ? StandardCharsets.UTF_8
        : of(text.substring(unb + 4, unb + 8));
  }

  /** The first character of a text that a repertoire lacks; -1 where it has them all. */
  static int lacking(String syntax, String text) {
    String allowed =
        switch (syntax) {
          case "UNOA" -> LEVEL_A;
          case "UNOB" -> LEVEL_B;
          default -> "";
        };
    return allowed.isEmpty()
        ? -1
        : text.codePoints().filter(c -> allowed.indexOf(c) < 0).findFirst().orElse(-1);
  }
}
