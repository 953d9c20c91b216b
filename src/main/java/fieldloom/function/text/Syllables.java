package fieldloom.function.text;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Chinese characters as syllables of pinyin, a space between two of them and beside other text. A
 * character with several readings has the one of the word it stands in, else its most common one.
 */
final class Syllables {
  private Syllables() {}

  /**
   * The text with its Chinese characters in pinyin.
   *
   * @throws ValueException where there is no such style
   */
  static String of(String text, String style) {
    return switch (style.toLowerCase(Locale.ROOT)) {
      case "plain" -> spelled(text, PinyinStyleEnum.NORMAL, false);
      case "tone" -> spelled(text, PinyinStyleEnum.DEFAULT, false);
      case "number" -> spelled(text, PinyinStyleEnum.NUM_LAST, false);
      case "initials" -> spelled(text, PinyinStyleEnum.NORMAL, true);
      default ->
          throw new ValueException(
              "bad-argument",
              Values.shown(style) + " is no style: write plain, tone, number or initials.");
    };
  }

  private static String spelled(String text, PinyinStyleEnum style, boolean initials) {
    @Nullable String[] syllables = syllables(text, style);
    StringBuilder out = new StringBuilder();
    boolean syllableBefore = false;
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      String syllable = syllables[i];
      if (initials) {
        out.append(syllable == null ? here : syllable.charAt(0));
        continue;
      }
      boolean word = syllable != null || Character.isLetterOrDigit(here);
      boolean apart = syllable != null || syllableBefore;
      if (word && apart && !out.isEmpty() && isWordEnd(out)) {
        out.append(' ');
      }
      if (syllable == null) {
        out.append(here);
      } else {
        out.append(syllable);
      }
      syllableBefore = syllable != null;
    }
    return out.toString();
  }

  private static boolean isWordEnd(StringBuilder out) {
    return Character.isLetterOrDigit(out.codePointBefore(out.length()));
  }

  /** The syllable of each character; null for those that have none. */
  private static @Nullable String[] syllables(String text, PinyinStyleEnum style) {
    @Nullable String[] all = new String[text.length()];
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && isChinese(text.charAt(end))) {
        end++;
      }
      if (end > start) {
        read(text.substring(start, end), style, all, start);
      }
      start = end + 1;
    }
    return all;
  }

  private static boolean isChinese(char character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  /**
   * Characters that are unknown come back as they are. The words that are known are in simplified
   * characters.
   */
  private static void read(
      String characters, PinyinStyleEnum style, @Nullable String[] into, int from) {
    String simple = ZhConverterUtil.toSimple(characters);
    String words = simple.length() == characters.length() ? simple : characters;
    String[] read = PinyinHelper.toPinyin(words, style, " ").split(" ");
    if (read.length != words.length()) {
      throw new IllegalStateException("a character without a syllable of its own");
    }
    for (int i = 0; i < read.length; i++) {
      if (!read[i].equals(words.substring(i, i + 1))) {
        into[from + i] = style == PinyinStyleEnum.DEFAULT ? read[i] : read[i].replace('ü', 'v');
      }
    }
  }
}
