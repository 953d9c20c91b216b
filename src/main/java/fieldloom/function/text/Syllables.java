package fieldloom.function.text;

import fieldloom.function.ValueException;
import fieldloom.function.Values;
import java.util.Locale;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;
import org.jspecify.annotations.Nullable;

/** Chinese characters as syllables of pinyin, a space between two of them and beside other text. */
final class Syllables {
  private static final HanyuPinyinOutputFormat PLAIN =
      format(HanyuPinyinToneType.WITHOUT_TONE, HanyuPinyinVCharType.WITH_V);
  private static final HanyuPinyinOutputFormat TONE =
      format(HanyuPinyinToneType.WITH_TONE_MARK, HanyuPinyinVCharType.WITH_U_UNICODE);
  private static final HanyuPinyinOutputFormat NUMBER =
      format(HanyuPinyinToneType.WITH_TONE_NUMBER, HanyuPinyinVCharType.WITH_V);

  private Syllables() {}

  /**
   * The text with its Chinese characters in pinyin.
   *
   * @throws ValueException where there is no such style
   */
  static String of(String text, String style) {
    return switch (style.toLowerCase(Locale.ROOT)) {
      case "plain" -> spelled(text, PLAIN, false);
      case "tone" -> spelled(text, TONE, false);
      case "number" -> spelled(text, NUMBER, false);
      case "initials" -> spelled(text, PLAIN, true);
      default ->
          throw new ValueException(
              "bad-argument",
              Values.shown(style) + " is no style: write plain, tone, number or initials.");
    };
  }

  private static String spelled(String text, HanyuPinyinOutputFormat format, boolean initials) {
    StringBuilder out = new StringBuilder();
    boolean syllableBefore = false;
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      String syllable = here < '\u2E80' ? null : syllable(here, format);
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

  private static @Nullable String syllable(char character, HanyuPinyinOutputFormat format) {
    try {
      String[] found = PinyinHelper.toHanyuPinyinStringArray(character, format);
      return found == null || found.length == 0 ? null : found[0];
    } catch (BadHanyuPinyinOutputFormatCombination e) {
      throw new IllegalStateException("a fixed style of pinyin cannot be written", e);
    }
  }

  private static HanyuPinyinOutputFormat format(HanyuPinyinToneType tone, HanyuPinyinVCharType v) {
    HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
    format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
    format.setToneType(tone);
    format.setVCharType(v);
    return format;
  }
}
