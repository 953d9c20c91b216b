package fieldloom.function.code;

import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes of countries (ISO 3166), currencies (ISO 4217) and units (UN/ECE Recommendation 20). */
final class IsoCodes {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  /** A code of Recommendation 20, then how the unit is written. */
  private static final String UNITS =
      """
      KGM kg kilogram kilogramme 千克 公斤
      GRM g gram 克
      MGM mg milligram 毫克
      TNE t tonne 吨
      LBR lb pound 磅
      ONZ oz ounce 盎司
      MTR m metre meter 米
      CMT cm centimetre centimeter 厘米
      MMT mm millimetre millimeter 毫米
      KMT km kilometre kilometer 千米 公里
      INH in inch 英寸
      FOT ft foot 英尺
      YRD yd yard 码
      MTK m2 m² 平方米
      CMK cm2 cm² 平方厘米
      HAR ha hectare 公顷
      MTQ m3 m³ 立方米
      LTR l litre liter 升
      MLT ml millilitre milliliter 毫升
      SEC s second 秒
      MIN min minute 分钟
      HUR h hour 小时
      DAY d day 天 日
      WEE week 周
      MON month 月
      ANN year 年
      KWH kwh 千瓦时 度
      KWT kw kilowatt 千瓦
      WTT w watt 瓦
      VLT v volt 伏
      AMP a ampere 安
      CEL °c 摄氏度
      H87 piece pcs pc 件 个 只
      C62 one unit
      SET set 套
      PR pair 双 对
      DZN dozen 打
      BX box 箱 盒
      P1 % percent 百分比
      """;

  private static final Map<String, String> UNIT_CODES = unitCodes();
  private static final Map<String, String> COUNTRIES = countries();
  private static final Map<String, Currency> CURRENCIES = currencies();

  private IsoCodes() {}

  /**
   * The code in a form.
   *
   * @param form empty for the usual one
   * @return absent where nothing is known by that value
   * @throws ValueException for a kind or a form that there is not
   */
  static Object code(String kind, String value, String form) {
    String wanted = form.toLowerCase(Locale.ROOT).replace("-", "");
    String key = key(value);
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "country" -> country(COUNTRIES.get(key), wanted);
      case "currency" -> currency(CURRENCIES.get(key), wanted);
      case "unit" -> unit(UNIT_CODES.get(key), wanted);
      default ->
          throw new ValueException(
              "bad-argument",
              Values.shown(kind) + " has no codes: write country, currency or unit.");
    };
  }

  private static Object country(@Nullable String alpha2, String form) {
    boolean three =
        switch (form) {
          case "", "alpha2" -> false;
          case "alpha3" -> true;
          default -> throw badForm(form, "alpha2 or alpha3");
        };
    if (alpha2 == null) {
      return Absent.ABSENT;
    }
    return three ? Locale.of("", alpha2).getISO3Country() : alpha2;
  }

  private static Object currency(@Nullable Currency known, String form) {
    boolean digits =
        switch (form) {
          case "", "alpha3" -> false;
          case "numeric" -> true;
          default -> throw badForm(form, "alpha3 or numeric");
        };
    if (known == null) {
      return Absent.ABSENT;
    }
    return digits ? known.getNumericCodeAsString() : known.getCurrencyCode();
  }

  private static Object unit(@Nullable String code, String form) {
    if (!form.isEmpty()) {
      throw badForm(form, "nothing: units have one code");
    }
    return code == null ? Absent.ABSENT : code;
  }

  private static ValueException badForm(String form, String forms) {
    return new ValueException(
        "bad-argument", Values.shown(form) + " is no form of these codes: write " + forms + ".");
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> countries() {
    Map<String, String> known = new HashMap<>();
    for (String alpha2 : Locale.getISOCountries()) {
      Locale country = Locale.of("", alpha2);
      LANGUAGES.forEach(l -> known.putIfAbsent(key(country.getDisplayCountry(l)), alpha2));
      known.put(key(alpha2), alpha2);
      known.put(key(country.getISO3Country()), alpha2);
    }
    return known;
  }

  /** By code and by name; a code goes before a name. */
  private static Map<String, Currency> currencies() {
    Map<String, Currency> known = new HashMap<>();
    List<Currency> all =
        Currency.getAvailableCurrencies().stream()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();
    for (Currency currency : all) {
      LANGUAGES.forEach(l -> known.put(key(currency.getDisplayName(l)), currency));
    }
    all.forEach(currency -> known.put(key(currency.getCurrencyCode()), currency));
    return known;
  }

  private static Map<String, String> unitCodes() {
    Map<String, String> known = new HashMap<>();
    for (String line : UNITS.strip().split("\n")) {
      String[] words = line.strip().split(" ");
      for (String word : words) {
        known.put(key(word), words[0]);
      }
    }
    return known;
  }
}
