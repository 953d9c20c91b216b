package fieldloom.generate;

import fieldloom.function.code.CheckedCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** Codes whose check digits are right. */
final class Codes {
  private static final String ORGANISATION_CHECKS = "0123456789X";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private Codes() {}

  /** A trade item's number of as many digits as there is room for: 13, else 8. */
  static String gtin(Party party, int room) {
    return room < 13 && room >= 8
        ? whole(CheckedCode.GTIN8, "20" + party.digits(5))
        : whole(CheckedCode.GTIN13, "690" + party.digits(9));
  }

  /** A German bank account. */
  static String iban(Party party) {
    String body = "DE" + "1001" + party.digits(4) + party.digits(10);
    return "DE" + CheckedCode.IBAN.checkDigit(body) + body.substring(2);
  }

  /** A Chinese bank card. */
  static String bankCard(Party party) {
    return whole(CheckedCode.LUHN, "622848" + party.digits(12));
  }

  /** A resident of China; none of these numbers is known to be somebody's. */
  static String resident(Party party, Random random) {
    LocalDate born = LocalDate.of(1960, 1, 1).plusDays(random.nextInt(14_000));
    String body =
        party.division() + born.format(DateTimeFormatter.BASIC_ISO_DATE) + party.digits(3);
    return whole(CheckedCode.RESIDENTID, body);
  }

  /** A unified social credit code. */
  static String credit(Party party) {
    String organisation = party.organisation();
    String body = "91" + party.division() + organisation + check(organisation);
    return whole(CheckedCode.USCC, body);
  }

  static String whole(CheckedCode kind, String body) {
    return body + kind.checkDigit(body);
  }

  private static char check(String organisation) {
    int sum = 0;
    for (int i = 0; i < organisation.length(); i++) {
      sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    return ORGANISATION_CHECKS.charAt((11 - sum % 11) % 11);
  }
}
