package fieldloom.function.code;

import fieldloom.function.ValueException;
import fieldloom.function.Values;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Codes whose last characters, or in an IBAN the third and fourth, are computed from the rest. */
public enum CheckedCode {
  GTIN("[0-9]{7}|[0-9]{11,13}"),
  GTIN8("[0-9]{7}"),
  GTIN12("[0-9]{11}"),
  GTIN13("[0-9]{12}"),
  GTIN14("[0-9]{13}"),
  IBAN("[A-Z]{2}[A-Z0-9]{11,30}"),
  LUHN("[0-9]{1,1000}"),
  /** GB 32100: authority, kind, division, organisation with a check digit of its own, check. */
  USCC("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}"),
  /** GB 11643: division, date of birth, number, check. */
  RESIDENTID("[1-9][0-9]{16}");

  private static final String USCC_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String RESIDENT_CHECKS = "10X98765432";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final String ORGANISATION_CHECKS = "0123456789X";

  /** GB/T 2260: the two digits that a division's code begins with. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82");

  /** 83 is for residents of Taiwan, 91 to 93 for foreigners who live in China for good. */
  private static final Set<String> RESIDENT_PROVINCES = with("83", "91", "92", "93");

  /** 10 is for what the State itself registers. */
  private static final Set<String> USCC_PROVINCES = with("10");

  private static final DateTimeFormatter BIRTH =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /** The code without its check digits. */
  private final Pattern form;

  CheckedCode(String form) {
    this.form = Pattern.compile(form);
  }

  private static Set<String> with(String... more) {
    return Stream.concat(PROVINCES.stream(), Stream.of(more)).collect(Collectors.toSet());
  }

  /**
   * The kind of a name, in any case, with or without hyphens.
   *
   * @throws ValueException where there is none
   */
  static CheckedCode of(String kind) {
    String plain = kind.toUpperCase(Locale.ROOT).replaceAll("[-_ ]", "");
    for (CheckedCode code : values()) {
      if (code.name().equals(plain)) {
        return code;
      }
    }
    throw new ValueException(
        "bad-argument",
        Values.shown(kind)
            + " is no kind of code: write gtin, gtin8, gtin12, gtin13, gtin14, iban, luhn, uscc or"
            + " resident-id.");
  }

  /**
   * The check digits of a code that is written without them.
   *
   * @throws ValueException where the text cannot be such a code
   */
  public String checkDigit(String text) {
    String body = this == IBAN ? text.replace(" ", "") : text;
    if (!fits(body)) {
      throw new ValueException(
          "bad-argument",
          Values.shown(text) + " is no code of the kind " + label() + " without its check digit.");
    }
    return compute(body);
  }

  /**
   * Whether the text is a whole code; an IBAN may be written in groups with spaces between.
   *
   * @param today no one is born later
   */
  public boolean isValid(String text, LocalDate today) {
    String whole = this == IBAN ? text.replace(" ", "") : text;
    int length = whole.length();
    if (length < (this == IBAN ? 5 : 2)) {
      return false;
    }
    String body =
        this == IBAN ? whole.substring(0, 2) + whole.substring(4) : whole.substring(0, length - 1);
    String check = this == IBAN ? whole.substring(2, 4) : whole.substring(length - 1);
    return fits(body) && check.equals(compute(body)) && holds(body, today);
  }

  /** What must be so of the parts of a code beside its form and check digits. */
  private boolean holds(String body, LocalDate today) {
    return switch (this) {
      case RESIDENTID ->
          RESIDENT_PROVINCES.contains(body.substring(0, 2)) && !birth(body).isAfter(today);
      case USCC ->
          USCC_PROVINCES.contains(body.substring(2, 4))
              && organisation(body.substring(8, 16)) == body.charAt(16);
      case GTIN, GTIN8, GTIN12, GTIN13, GTIN14, IBAN, LUHN -> true;
    };
  }

  /** GB 11714: the check digit of an organisation. */
  private static char organisation(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += Character.digit(body.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    return ORGANISATION_CHECKS.charAt((11 - sum % 11) % 11);
  }

  private String label() {
    return this == RESIDENTID ? "resident-id" : name().toLowerCase(Locale.ROOT);
  }

  private boolean fits(String body) {
    if (!form.matcher(body).matches()) {
      return false;
    }
    if (this == IBAN) {
      return IbanLengths.of(body.substring(0, 2)) == body.length() + 2;
    }
    return this != RESIDENTID || isDate(body.substring(6, 14));
  }

  private static boolean isDate(String digits) {
    try {
      BIRTH.parse(digits);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static LocalDate birth(String body) {
    return LocalDate.parse(body.substring(6, 14), BIRTH);
  }

  private String compute(String body) {
    return switch (this) {
      case GTIN, GTIN8, GTIN12, GTIN13, GTIN14 -> gtin(body);
      case IBAN -> iban(body);
      case LUHN -> luhn(body);
      case USCC -> uscc(body);
      case RESIDENTID -> residentId(body);
    };
  }

  private static String gtin(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int fromRight = body.length() - 1 - i;
      sum += (body.charAt(i) - '0') * (fromRight % 2 == 0 ? 3 : 1);
    }
    return String.valueOf((10 - sum % 10) % 10);
  }

  private static String luhn(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(i) - '0';
      boolean doubled = (body.length() - 1 - i) % 2 == 0;
      sum += doubled ? digit * 2 / 10 + digit * 2 % 10 : digit;
    }
    return String.valueOf((10 - sum % 10) % 10);
  }

  /** ISO 7064 mod 97-10 of the account, the country and 00. */
  private static String iban(String body) {
    int rest = 0;
    String turned = body.substring(2) + body.substring(0, 2) + "00";
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return "%02d".formatted(98 - rest);
  }

  private static String uscc(String body) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      sum += USCC_DIGITS.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return String.valueOf(USCC_DIGITS.charAt((31 - sum % 31) % 31));
  }

  /** ISO 7064 mod 11-2. */
  private static String residentId(String body) {
    int sum = 0;
    int weight = 2;
    for (int i = body.length() - 1; i >= 0; i--) {
      sum += (body.charAt(i) - '0') * weight;
      weight = weight * 2 % 11;
    }
    return String.valueOf(RESIDENT_CHECKS.charAt(sum % 11));
  }
}
