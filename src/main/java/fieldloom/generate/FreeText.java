package fieldloom.generate;

import fieldloom.function.code.CheckedCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Personal data that is told by its form, alone or within a text. */
final class FreeText {
  private static final LocalDate TODAY = LocalDate.of(2099, 1, 1);

  /** What there is, the narrower before the wider. */
  private static final List<Map.Entry<Meaning, Pattern>> FORMS =
      List.of(
          form(Meaning.EMAIL, "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"),
          form(Meaning.RESIDENT_ID, "(?<![0-9A-Za-z])[1-9]\\d{16}[\\dX](?![0-9A-Za-z])"),
          form(
              Meaning.IBAN,
              "(?<![0-9A-Za-z])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![0-9A-Za-z])"),
          form(Meaning.BANK_ACCOUNT, "(?<![0-9A-Za-z])\\d{16,19}(?![0-9A-Za-z])"),
          form(Meaning.MOBILE, "(?<![0-9A-Za-z])1[3-9]\\d{9}(?![0-9A-Za-z])"),
          form(Meaning.PHONE, "\\+\\d[\\d ()-]{6,16}\\d(?!\\d)"));

  private FreeText() {}

  private static Map.Entry<Meaning, Pattern> form(Meaning meaning, String pattern) {
    return Map.entry(meaning, Pattern.compile(pattern));
  }

  /** What a whole text is; null where its form does not tell. */
  static @Nullable Meaning whole(String text) {
    for (Map.Entry<Meaning, Pattern> form : FORMS) {
      if (form.getValue().matcher(text).matches() && holds(form.getKey(), text)) {
        return form.getKey();
      }
    }
    return null;
  }

  /** Check digits tell numbers of persons from other long numbers. */
  private static boolean holds(Meaning meaning, String text) {
    return switch (meaning) {
      case RESIDENT_ID -> CheckedCode.RESIDENTID.isValid(text, TODAY);
      case IBAN -> CheckedCode.IBAN.isValid(text, TODAY);
      case BANK_ACCOUNT -> CheckedCode.LUHN.isValid(text, TODAY);
      default -> true;
    };
  }

  /**
   * A text with what is personal in it replaced; the text itself where there is nothing.
   *
   * @param masker also knows names that stand in other fields
   */
  static String masked(String text, Masker masker) {
    String now = text;
    for (Map.Entry<Meaning, Pattern> form : FORMS) {
      Matcher matcher = form.getValue().matcher(now);
      StringBuilder made = new StringBuilder();
      while (matcher.find()) {
        String found = matcher.group();
        boolean is = holds(form.getKey(), found);
        matcher.appendReplacement(
            made, Matcher.quoteReplacement(is ? masker.mask(form.getKey(), found) : found));
      }
      now = matcher.appendTail(made).toString();
    }
    for (String name : masker.names()) {
      if (now.contains(name)) {
        now = now.replace(name, masker.mask(Meaning.PERSON, name));
      }
    }
    return now;
  }
}
