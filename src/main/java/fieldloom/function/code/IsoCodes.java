package fieldloom.function.code;

import com.neovisionaries.i18n.CountryCode;
import fieldloom.function.Resource;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Codes of countries (ISO 3166), currencies (ISO 4217) and units (UN/ECE Recommendation 20). */
final class IsoCodes {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  /** A code of Recommendation 20, then how people write the unit; its own names are elsewhere. */
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
      H18 ha hectare 公顷
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
      XBX box 箱 盒
      P1 % percent 百分比
      """;

  private static final Map<String, String> UNIT_CODES = unitCodes();
  private static final Set<String> CODES_IN_FORCE =
      Resource.lines("units.tsv").stream()
          .map(line -> line.split("\t")[0])
          .collect(Collectors.toSet());
  private static final Map<String, String> COUNTRIES = countries();
  private static final Map<String, Currency> CURRENCIES = currencies();

  private IsoCodes() {}

  /** How people write units. */
  static List<String> written() {
    return List.of(UNITS.strip().split("\\s+"));
  }

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
      case "unit" -> unit(unitCode(value.strip()), wanted);
      default ->
          throw new ValueException(
              "bad-argument",
              Values.shown(kind) + " has no codes: write country, currency or unit.");
    };
  }

  private static Object country(@Nullable String alpha2, String form) {
    return switch (form) {
      case "", "alpha2" -> alpha2 == null ? Absent.ABSENT : alpha2;
      case "alpha3" -> alpha2 == null ? Absent.ABSENT : Locale.of("", alpha2).getISO3Country();
      case "numeric" -> alpha2 == null ? Absent.ABSENT : number(alpha2);
      default -> throw badForm(form, "alpha2, alpha3 or numeric");
    };
  }

  /** Three digits; absent where the country has none. */
  private static Object number(String alpha2) {
    CountryCode code = CountryCode.getByCode(alpha2);
    return code == null || code.getNumeric() <= 0
        ? Absent.ABSENT
        : "%03d".formatted(code.getNumeric());
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

  /** A code in capitals before whatever else it may mean: HA is a hank, ha a hectare. */
  private static @Nullable String unitCode(String written) {
    return CODES_IN_FORCE.contains(written) ? written : UNIT_CODES.get(key(written));
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
      if (number(alpha2) instanceof String digits) {
        known.put(digits, alpha2);
      }
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
    // Of two currencies with one number, the one in use has it: it was added last.
    all.stream()
        .filter(currency -> currency.getNumericCode() > 0)
        .forEach(currency -> known.putIfAbsent(currency.getNumericCodeAsString(), currency));
    all.forEach(currency -> known.put(key(currency.getCurrencyCode()), currency));
    return known;
  }

  private static Map<String, String> unitCodes() {
    Map<String, String> known = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (String line : Resource.lines("units.tsv")) {
      String[] cells = line.split("\t");
      known.put(key(cells[0]), cells[0]);
      // Two units share the name denier, so it stands for neither.
      names.merge(key(cells[1]), cells[0], (a, b) -> "");
    }
    names.values().removeIf(String::isEmpty);
    names.forEach(known::putIfAbsent);
    for (String line : UNITS.strip().split("\n")) {
      String[] words = line.strip().split(" ");
      for (String word : words) {
        known.put(key(word), words[0]);
      }
    }
    return known;
  }
}
