package fieldloom.catalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;
import org.jspecify.annotations.Nullable;

/**
 * A text in which one searches by typing: letters whatever their case, and Chinese characters by
 * themselves, by their pinyin or by its initials, in any mixture. Of a character with several
 * readings each will do. Immutable and thread-safe.
 *
 * <pre>{@code
 * Pinyin.of("销售订单").find("xsdd");      // whole
 * Pinyin.of("销售订单").find("xiaoshou");  // from the start
 * Pinyin.of("重量").find("zl");            // 重 is zhong here
 * Pinyin.of("重复").find("cf");            // and chong here
 * }</pre>
 */
public final class Pinyin {
  private static final HanyuPinyinOutputFormat FORMAT = format();
  private static final Map<Character, List<String>> READINGS = new ConcurrentHashMap<>();

  private final String text;
  private final String lower;
  private final List<List<String>> readings;

  /** The characters it can be typed with, each as a bit: most texts are left out by a glance. */
  private final long letters;

  /** How well what was typed fits, the best first. */
  public enum Fit {
    /** All of the text was typed. */
    WHOLE,
    /** The text begins with it. */
    START,
    /** A word of the text begins with it; two Chinese characters are a word. */
    WORD,
    /** It stands somewhere. */
    INSIDE
  }

  /**
   * Where a text holds what was typed.
   *
   * @param start first character, as {@link String#substring(int, int)} counts them
   * @param end behind the last one
   */
  public record Hit(Fit fit, int start, int end) {}

  private Pinyin(String text) {
    this.text = text;
    this.lower = lower(text);
    List<List<String>> found = new ArrayList<>(text.length());
    long with = letters(lower);
    for (int i = 0; i < text.length(); i++) {
      List<String> all = readings(text.charAt(i));
      found.add(all);
      for (String reading : all) {
        with |= letters(reading);
      }
    }
    this.readings = found;
    this.letters = with;
  }

  private static long letters(String text) {
    long letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters |= 1L << text.charAt(i);
    }
    return letters;
  }

  /** The text, to be searched in. */
  public static Pinyin of(String text) {
    return new Pinyin(text);
  }

  public String text() {
    return text;
  }

  /**
   * Looks for what was typed, the best place first.
   *
   * @param typed without spaces around it; nothing typed is found nowhere
   */
  public @Nullable Hit find(String typed) {
    if (typed.isEmpty()) {
      return null;
    }
    String wanted = lower(typed);
    if ((letters(wanted) & ~letters) != 0) {
      return null;
    }
    BitSet dead = null;
    Hit best = null;
    for (int start = 0; start < lower.length(); start++) {
      if (!begins(start, wanted.charAt(0))) {
        continue;
      }
      dead = dead == null ? new BitSet() : dead;
      int end = end(start, wanted, 0, dead);
      if (end > start) {
        Fit fit = fit(start, end);
        if (best == null || fit.compareTo(best.fit()) < 0) {
          best = new Hit(fit, start, end);
        }
        if (fit.compareTo(Fit.WORD) <= 0) {
          break;
        }
      }
    }
    return best;
  }

  private boolean begins(int at, char typed) {
    if (lower.charAt(at) == typed) {
      return true;
    }
    for (String reading : readings.get(at)) {
      if (reading.charAt(0) == typed) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where the rest of what was typed ends when it is read from a place on; -1 where it does not
   * stand there. What has failed once at a place fails there again.
   */
  private int end(int at, String typed, int from, BitSet dead) {
    if (from == typed.length()) {
      return at;
    }
    int key = at * (typed.length() + 1) + from;
    if (at == lower.length() || dead.get(key)) {
      return -1;
    }
    if (lower.charAt(at) == typed.charAt(from)) {
      int end = end(at + 1, typed, from + 1, dead);
      if (end >= 0) {
        return end;
      }
    }
    for (String reading : readings.get(at)) {
      int end = read(reading, at, typed, from, dead);
      if (end >= 0) {
        return end;
      }
    }
    if (from > 0 && isGap(at)) {
      int end = end(at + 1, typed, from, dead);
      if (end >= 0) {
        return end;
      }
    }
    dead.set(key);
    return -1;
  }

  /**
   * A character may be typed whole or by its initial; what is typed last may break off anywhere.
   */
  private int read(String reading, int at, String typed, int from, BitSet dead) {
    int common = 0;
    while (common < reading.length()
        && from + common < typed.length()
        && reading.charAt(common) == typed.charAt(from + common)) {
      common++;
    }
    if (common == 0) {
      return -1;
    }
    if (from + common == typed.length()) {
      return at + 1;
    }
    int initial = reading.length() > 1 && reading.charAt(1) == 'h' ? 2 : 1;
    for (int length : new int[] {reading.length(), initial, 1}) {
      int end = length <= common ? end(at + 1, typed, from + length, dead) : -1;
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  /** A mark or space beside a Chinese character need not be typed. */
  private boolean isGap(int at) {
    return !Character.isLetterOrDigit(lower.charAt(at))
        && (isChinese(at - 1) || at + 1 < lower.length() && isChinese(at + 1));
  }

  private boolean isChinese(int at) {
    return !readings.get(at).isEmpty();
  }

  private Fit fit(int start, int end) {
    if (start == 0) {
      return end == text.length() ? Fit.WHOLE : Fit.START;
    }
    return isWordStart(start) || end - start > 1 && isChinese(start) && isChinese(start + 1)
        ? Fit.WORD
        : Fit.INSIDE;
  }

  /** Behind a mark, and at the capitals of {@code billNo} and {@code FBillNo}. */
  private boolean isWordStart(int at) {
    char before = text.charAt(at - 1);
    char here = text.charAt(at);
    if (!Character.isLetterOrDigit(before)) {
      return Character.isLetterOrDigit(here);
    }
    if (isChinese(at) != isChinese(at - 1)) {
      return true;
    }
    boolean small = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
    return Character.isUpperCase(here) && (Character.isLowerCase(before) || small);
  }

  /** Letter by letter, so that places in it are places in the text. */
  private static String lower(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.length() == text.length() ? lower : text;
  }

  private static List<String> readings(char character) {
    return character < '\u2E80' ? List.of() : READINGS.computeIfAbsent(character, Pinyin::lookUp);
  }

  private static List<String> lookUp(char character) {
    String[] found;
    try {
      found = PinyinHelper.toHanyuPinyinStringArray(character, FORMAT);
    } catch (BadHanyuPinyinOutputFormatCombination e) {
      throw new IllegalStateException("pinyin without tones cannot be written", e);
    }
    Set<String> readings = new LinkedHashSet<>(found == null ? List.of() : List.of(found));
    // The sound of 绿 is typed lv and, where no key tells the two apart, lu.
    for (String reading : List.copyOf(readings)) {
      readings.add(reading.replace('v', 'u'));
    }
    return List.copyOf(readings);
  }

  private static HanyuPinyinOutputFormat format() {
    HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
    format.setCaseType(HanyuPinyinCaseType.LOWERCASE);
    format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
    format.setVCharType(HanyuPinyinVCharType.WITH_V);
    return format;
  }
}
