package fieldloom.landscape;

import java.util.Locale;

/**
 * A name or sentence in the two languages the designer speaks.
 *
 * @param english "" where only Chinese is given
 * @param chinese "" where only English is given
 */
public record Words(String english, String chinese) {
  /** No words. */
  public static final Words NONE = new Words("", "");

  /** The same in both languages. */
  public static Words same(String text) {
    return new Words(text, text);
  }

  /** The words for readers of a language; the other ones where those are missing. */
  public String in(Locale locale) {
    boolean inChinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    String wanted = inChinese ? chinese : english;
    return wanted.isEmpty() ? (inChinese ? english : chinese) : wanted;
  }

  /** Both, as a label that speaks to all: {@code "Orders 销售订单"}. */
  public String both() {
    if (english.isEmpty() || chinese.isEmpty() || english.equals(chinese)) {
      return english.isEmpty() ? chinese : english;
    }
    return english + " " + chinese;
  }

  public boolean isEmpty() {
    return english.isEmpty() && chinese.isEmpty();
  }
}
