package fieldloom.generate;

import fieldloom.function.code.CheckedCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces personal data by made-up data of the same form: the same by the same, different by
 * different as long as there are enough, so that what joined still joins. What replaces a value
 * depends on a key that is kept nowhere, so that nobody finds it by trying. Not thread-safe.
 */
public final class Masker {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int TRIES = 40;
  private static final LocalDate TODAY = LocalDate.of(2099, 1, 1);

  private final SecretKeySpec key;
  private final Map<String, String> replacements = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** With a key of its own. */
  public Masker() {
    this(random());
  }

  /**
   * With a key, for tests.
   *
   * @param key at least one byte
   */
  Masker(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  private static byte[] random() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** What stands for a value. */
  String mask(Meaning meaning, String value) {
    String plain = meaning == Meaning.EMAIL ? value.toLowerCase(Locale.ROOT) : value;
    String known = replacements.get(meaning + ":" + plain);
    if (known != null) {
      return known;
    }
    String made = value;
    for (int i = 0; i < TRIES; i++) {
      made = made(meaning, value, seeded(seedOf(meaning, value) + "#" + i));
      boolean free = !made.equals(value) && taken.add(meaning + ":" + made);
      if (free) {
        break;
      }
    }
    replacements.put(meaning + ":" + plain, made);
    return made;
  }

  /** Phones are the same whatever is written between their digits. */
  private static String seedOf(Meaning meaning, String value) {
    boolean digits =
        meaning == Meaning.PHONE || meaning == Meaning.MOBILE || meaning == Meaning.BANK_ACCOUNT;
    String kind = digits ? "digits" : meaning.name();
    return kind + ":" + (digits ? value.replaceAll("\\D", "") : value.toLowerCase(Locale.ROOT));
  }

  private Random seeded(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return new Random(ByteBuffer.wrap(hash).getLong());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private String made(Meaning meaning, String value, Random random) {
    boolean chinese = hasHan(value);
    Party party = new Party(random, chinese);
    return switch (meaning) {
      case EMAIL -> email(value, party);
      case MOBILE, PHONE -> digits(value, kept(value), random);
      case RESIDENT_ID -> resident(value, party, random);
      case IBAN -> iban(value, random);
      case BANK_ACCOUNT -> account(value, random);
      case ADDRESS -> value.length() > 8 || chinese ? party.address() : party.street();
      case PERSON, GIVEN_NAME, FAMILY_NAME -> name(meaning, value, party, random);
      default -> digits(value, 0, random);
    };
  }

  /** Whether a text has Chinese characters. */
  static boolean hasHan(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  /** How many digits of a phone number say where it is and not whose. */
  private static int kept(String phone) {
    int digits = phone.replaceAll("\\D", "").length();
    return Math.max(0, digits - 8);
  }

  /** The same text with other digits behind the first ones. */
  private static String digits(String value, int keep, Random random) {
    StringBuilder text = new StringBuilder();
    int seen = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean other = digit && seen++ >= keep;
      text.append(other ? (char) ('0' + random.nextInt(10)) : c);
    }
    return text.toString();
  }

  private String email(String value, Party party) {
    String domain = value.substring(value.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    String other = new Party(seeded("domain:" + domain), false).shortCompany();
    String name = Romanised.of(party.given()) + "." + Romanised.of(party.family());
    int number = Math.floorMod(seeded("local:" + value).nextInt(), 900) + 100;
    return (name + number + "@" + other + ".example").toLowerCase(Locale.ROOT);
  }

  private static String resident(String value, Party party, Random random) {
    if (value.length() != 18) {
      return digits(value, 2, random);
    }
    String made = Codes.resident(party, random);
    String body = value.substring(0, 2) + "0101" + made.substring(6, 17);
    return body + CheckedCode.RESIDENTID.checkDigit(body);
  }

  private static String iban(String value, Random random) {
    String plain = value.replace(" ", "");
    if (!CheckedCode.IBAN.isValid(value, TODAY)) {
      return digits(value, 0, random);
    }
    StringBuilder body = new StringBuilder(plain.substring(0, 2));
    for (int i = 4; i < plain.length(); i++) {
      boolean digit = Character.isDigit(plain.charAt(i));
      body.append(digit ? (char) ('0' + random.nextInt(10)) : plain.charAt(i));
    }
    String whole = body.substring(0, 2) + CheckedCode.IBAN.checkDigit(body.toString());
    String made = whole + body.substring(2);
    return value.contains(" ") ? made.replaceAll("(.{4})(?!$)", "$1 ") : made;
  }

  /** Keeps which bank it is, and lets the check digit be right where it was. */
  private static String account(String value, Random random) {
    if (CheckedCode.IBAN.isValid(value, TODAY)) {
      return iban(value, random);
    }
    int length = value.length();
    String made = digits(value, length >= 12 ? 6 : 0, random);
    boolean checked = value.matches("\\d{12,19}") && CheckedCode.LUHN.isValid(value, TODAY);
    return checked ? Codes.whole(CheckedCode.LUHN, made.substring(0, length - 1)) : made;
  }

  private static String name(Meaning meaning, String value, Party party, Random random) {
    if (value.chars().anyMatch(Character::isDigit)) {
      // A number of staff, and no name.
      return digits(value, 0, random);
    }
    String made =
        switch (meaning) {
          case GIVEN_NAME -> party.given();
          case FAMILY_NAME -> party.family();
          default -> value.contains(" ") || hasHan(value) ? party.person() : party.family();
        };
    boolean upper = value.equals(value.toUpperCase(Locale.ROOT)) && !hasHan(value);
    return upper ? made.toUpperCase(Locale.ROOT) : made;
  }

  /** Names that were replaced, the longest first, for free texts in which they stand too. */
  List<String> names() {
    String start = Meaning.PERSON + ":";
    return replacements.keySet().stream()
        .filter(name -> name.startsWith(start) && name.length() > start.length() + 1)
        .map(name -> name.substring(start.length()))
        .sorted((a, b) -> Integer.compare(b.length(), a.length()))
        .toList();
  }
}
