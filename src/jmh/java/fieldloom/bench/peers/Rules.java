package fieldloom.bench.peers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The business rules of the mapping, shared by the hand-written contestants. */
final class Rules {
  private static final BigDecimal GRADE_LIMIT = BigDecimal.valueOf(10_000);

  private Rules() {}

  static String status(String status) {
    return switch (status) {
      case "NEW" -> "A";
      case "CONFIRMED" -> "B";
      case "SHIPPED" -> "C";
      case "CLOSED" -> "D";
      default -> "Z";
    };
  }

  static String unit(String unit) {
    return switch (unit) {
      case "PCE" -> "Pcs";
      case "KGM" -> "kg";
      case "MTR" -> "m";
      case "BOX" -> "Box";
      default -> "Other";
    };
  }

  static BigDecimal amount(BigDecimal qty, BigDecimal price, BigDecimal taxRate) {
    return qty.multiply(price)
        .multiply(BigDecimal.ONE.add(taxRate))
        .setScale(2, RoundingMode.HALF_UP);
  }

  static String grade(BigDecimal amount) {
    return amount.compareTo(GRADE_LIMIT) >= 0 ? "A" : "B";
  }

  static String orElse(@Nullable String value, String fallback) {
    return value == null ? fallback : value;
  }
}
