package fieldloom.generate;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Texts of the formats of JSON Schema and the types of XML Schema that are texts. */
final class Formats {
  private Formats() {}

  /** A text of a format; null where any text will do. */
  static @Nullable String text(String format, Scene scene) {
    Party party = scene.party();
    LocalDateTime moment = scene.times().moment("");
    return switch (format) {
      case "email", "idn-email" -> party.email();
      case "uri", "uri-reference", "iri", "iri-reference", "url", "anyURI" -> party.link();
      case "uuid" -> uuid(scene.random());
      case "hostname", "idn-hostname" ->
          party.link().replaceFirst("https://", "").replaceFirst("/.*", "");
      case "ipv4" -> "192.0.2." + scene.random().nextInt(255);
      case "ipv6" -> "2001:db8::" + (1 + scene.random().nextInt(9_000));
      case "duration" -> "P" + (1 + scene.random().nextInt(30)) + "D";
      case "json-pointer" -> "/" + scene.number();
      case "regex" -> "[a-z]+";
      case "language" -> scene.chinese() ? "zh" : "en";
      case "gYear" -> moment.format(DateTimeFormatter.ofPattern("uuuu"));
      case "gYearMonth" -> moment.format(DateTimeFormatter.ofPattern("uuuu-MM"));
      case "gMonthDay" -> "--" + moment.format(DateTimeFormatter.ofPattern("MM-dd"));
      case "gMonth" -> "--" + moment.format(DateTimeFormatter.ofPattern("MM"));
      case "gDay" -> "---" + moment.format(DateTimeFormatter.ofPattern("dd"));
      case "ID", "IDREF", "NCName", "Name", "NMTOKEN", "ENTITY", "QName", "IDREFS", "NMTOKENS" ->
          "n" + scene.number() + "." + scene.random().nextInt(1_000_000);
      default -> null;
    };
  }

  /** A random one (version 4). */
  static String uuid(Random random) {
    long high = random.nextLong() & ~0xF000L | 0x4000L;
    long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
