package fieldloom.generate;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A firm with somebody to talk to and an address; what is told of it goes together. */
final class Party {
  private static final String LETTERS_AND_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private final boolean chinese;
  private final Random random;
  private final String family;
  private final String given;
  private final String firm;
  private final String[] place;

  Party(Random random, boolean chinese) {
    this.random = random;
    this.chinese = chinese;
    this.family = pick(chinese ? Tables.FAMILY_ZH : Tables.FAMILY);
    this.given = pick(chinese ? Tables.GIVEN_ZH : Tables.GIVEN);
    this.firm = pick(chinese ? Tables.FIRM_ZH : Tables.FIRM);
    this.place = pick(chinese ? Tables.PLACE_ZH : Tables.PLACE).split("\\|", -1);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  String family() {
    return family;
  }

  String given() {
    return given;
  }

  String person() {
    return chinese ? family + given : given + " " + family;
  }

  String company() {
    String trade = pick(chinese ? Tables.TRADE_ZH : Tables.TRADE);
    String legal = pick(chinese ? Tables.LEGAL_ZH : Tables.LEGAL);
    return chinese
        ? city().replace("市", "") + firm + trade + legal
        : firm + " " + trade + " " + legal;
  }

  /** Without what says where it is and of which form. */
  String shortCompany() {
    return firm;
  }

  String email() {
    String name = latin(given) + "." + latin(family);
    return name + "@" + latin(firm) + ".example";
  }

  /** A web page of the firm. */
  String link() {
    return "https://www." + latin(firm) + ".example/" + pick(Tables.WORD);
  }

  private static String latin(String text) {
    return Romanised.of(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  String mobile() {
    return chinese
        ? "1" + "3578".charAt(random.nextInt(4)) + digits(9)
        : "+1 " + place[6] + " 555 01" + digits(2);
  }

  String phone() {
    return chinese
        ? place[6] + "-" + (2 + random.nextInt(7)) + digits(7)
        : place[6] + "-555-01" + digits(2);
  }

  String country() {
    return place[0];
  }

  /** The country as people call it. */
  String countryName() {
    return Locale.of("", place[0]).getDisplayCountry(chinese ? Locale.CHINESE : Locale.ENGLISH);
  }

  String province() {
    return place[1];
  }

  String city() {
    return place[2];
  }

  String district() {
    return place[3];
  }

  String postalCode() {
    return place[4];
  }

  /** The six digits that codes of China's residents and firms have of a place. */
  String division() {
    return place[5].isEmpty() ? "310115" : place[5];
  }

  String street() {
    int number = 1 + random.nextInt(200);
    String street = pick(chinese ? Tables.STREET_ZH : Tables.STREET);
    return chinese ? street + number + "号" : number + " " + street;
  }

  String address() {
    if (!chinese) {
      return street() + ", " + city() + " " + postalCode();
    }
    String upper = province().equals(city()) ? "" : province();
    return upper + city() + district() + street();
  }

  String bank() {
    return chinese ? pick(Tables.BANK_ZH) + city() + "分行" : pick(Tables.BANK);
  }

  /** Characters of a unified social credit code. */
  String organisation() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      text.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
    }
    return text.toString();
  }

  /** That many digits at random. */
  String digits(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }
}
