package fieldloom.generate;

import fieldloom.model.SchemaNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Texts that a field of a meaning may have, the best first. */
final class Fictions {
  private Fictions() {}

  /**
   * Texts for a field.
   *
   * @param room how many characters there may be
   */
  static List<String> of(SchemaNode field, Meaning meaning, Scene scene, int room) {
    Party party = scene.party();
    Random random = scene.random();
    boolean chinese = scene.chinese();
    return switch (meaning) {
      case UUID -> List.of(Formats.uuid(random));
      case RESIDENT_ID -> List.of(Codes.resident(party, random));
      case CREDIT_CODE -> List.of(Codes.credit(party));
      case IBAN -> List.of(Codes.iban(party));
      case BIC -> List.of("DEUTDEFF");
      case BANK_NAME -> List.of(party.bank());
      case BANK_ACCOUNT -> List.of(Codes.bankCard(party), Codes.iban(party), party.digits(8));
      case GTIN -> List.of(Codes.gtin(party, room));
      case EMAIL -> List.of(party.email());
      case MOBILE -> List.of(party.mobile(), "1380" + party.digits(7));
      case PHONE -> List.of(party.phone());
      case LINK -> List.of(party.link());
      case POSTAL_CODE -> List.of(party.postalCode());
      case COUNTRY ->
          room < 4
              ? List.of(party.country(), Locale.of("", party.country()).getISO3Country())
              : List.of(party.countryName(), party.country());
      case PROVINCE -> List.of(party.province());
      case CITY -> List.of(party.city());
      case DISTRICT -> List.of(party.district());
      case ADDRESS -> List.of(party.address(), party.street());
      case CURRENCY -> List.of(chinese ? "CNY" : pick(Tables.CURRENCY, random));
      case UNIT -> List.of(pick(chinese ? Tables.UNIT_ZH : Tables.UNIT, random));
      case COMPANY -> List.of(party.company(), party.shortCompany());
      case PARTY_CODE -> List.of(code("C", scene, 5));
      case PERSON -> List.of(party.person());
      case GIVEN_NAME -> List.of(party.given());
      case FAMILY_NAME -> List.of(party.family());
      case ITEM_NAME -> List.of(pick(chinese ? Tables.ITEM_ZH : Tables.ITEM, random));
      case SPECIFICATION -> List.of(pick(Tables.SPECIFICATION, random));
      case ITEM_CODE -> List.of("M-" + (10_000 + random.nextInt(89_999)));
      case WAREHOUSE -> List.of("WH0" + (1 + random.nextInt(9)));
      case DEPARTMENT -> List.of(pick(chinese ? Tables.DEPARTMENT_ZH : Tables.DEPARTMENT, random));
      case LOT -> List.of("L" + day(scene, field) + party.digits(2), "L" + party.digits(4));
      case TRACKING -> List.of("SF" + party.digits(13), party.digits(10));
      case DOCUMENT_NO -> List.of(document(field, scene), party.digits(8));
      case DATE -> dates(scene, field, 1);
      case MOMENT -> Times.texts(scene.times().moment(Meaning.words(field.name())));
      case STATUS -> List.of(pick(Tables.STATUS, random));
      case REMARK -> List.of(pick(chinese ? Tables.REMARK_ZH : Tables.REMARK, random));
      case COLOR -> List.of(pick(chinese ? Tables.COLOR_ZH : Tables.COLOR, random));
      case QUANTITY -> List.of(String.valueOf(1 + random.nextInt(500)));
      case PRICE, AMOUNT, TOTAL, TAX_AMOUNT, WEIGHT ->
          List.of(
              String.format(Locale.ROOT, "%d.%02d", 1 + random.nextInt(999), random.nextInt(100)));
      case TAX_RATE, PERCENT, EXCHANGE_RATE -> List.of("0.13", "1.13");
      case LINE_NO -> List.of(String.valueOf(scene.item()));
      case ID -> List.of(String.valueOf(100_000 + random.nextInt(900_000)));
      case CODE -> List.of(code("", scene, 4));
      case NAME, NOTHING -> List.of(word(scene) + " " + (1 + random.nextInt(99)), word(scene));
    };
  }

  private static List<String> dates(Scene scene, SchemaNode field, int first) {
    List<String> texts = Times.texts(scene.times().moment(Meaning.words(field.name())));
    return texts.subList(first, texts.size());
  }

  private static String day(Scene scene, SchemaNode field) {
    return scene
        .times()
        .moment("produce " + field.name())
        .toLocalDate()
        .toString()
        .replace("-", "");
  }

  /** The letters of the kind of document, its day and its number. */
  private static String document(SchemaNode field, Scene scene) {
    String words = Meaning.words(field.name()) + " " + field.titles().plain();
    String small = words.toLowerCase(Locale.ROOT);
    String kind =
        small.contains("purchase") || small.contains("po ")
            ? "PO"
            : small.contains("invoice") ? "INV" : small.contains("contract") ? "CT" : "SO";
    String day = scene.times().moment("").toLocalDate().toString().replace("-", "");
    return kind + day + String.format(Locale.ROOT, "%04d", scene.number());
  }

  private static String code(String letters, Scene scene, int digits) {
    return letters + scene.party().digits(digits);
  }

  private static String word(Scene scene) {
    return pick(scene.chinese() ? Tables.WORD_ZH : Tables.WORD, scene.random());
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
