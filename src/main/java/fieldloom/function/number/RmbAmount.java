package fieldloom.function.number;

import fieldloom.function.ValueException;
import java.math.BigDecimal;

/**
 * Amounts in Chinese financial capitals as banks want them on vouchers: one 零 for any run of zeros
 * inside, 零 after 元 where the yuan end in 0 and jiao follow or where there are no jiao but fen, 整
 * where there are no fen.
 */
final class RmbAmount {
  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final BigDecimal LIMIT = BigDecimal.TEN.pow(16);
  private static final long WAN = 10_000L;
  private static final long YI = 100_000_000L;

  private RmbAmount() {}

  static String text(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    if (plain.scale() > 2) {
      throw new ValueException(
          "would-lose",
          amount.toPlainString() + " has more than two decimals: ROUND it to 2 first.");
    }
    if (plain.abs().compareTo(LIMIT) >= 0) {
      throw new ValueException("out-of-range", "The amount is 10,000,000,000,000,000 or more.");
    }
    long fen = plain.abs().movePointRight(2).longValueExact();
    String text =
        fen == 0 ? "零元整" : yuanAndRest(fen / 100, (int) (fen / 10 % 10), (int) (fen % 10));
    return plain.signum() < 0 ? "负" + text : text;
  }

  private static String yuanAndRest(long yuan, int jiao, int fen) {
    StringBuilder out = new StringBuilder();
    if (yuan > 0) {
      out.append(whole(yuan)).append('元');
      boolean zero = jiao == 0 ? fen > 0 : yuan % 10 == 0;
      out.append(zero ? "零" : "");
    }
    if (jiao > 0) {
      out.append(DIGITS.charAt(jiao)).append('角');
    }
    return fen > 0
        ? out.append(DIGITS.charAt(fen)).append('分').toString()
        : out.append('整').toString();
  }

  private static String whole(long number) {
    if (number >= YI) {
      return joined(whole(number / YI) + "亿", number % YI, YI / 10);
    }
    if (number >= WAN) {
      return joined(whole(number / WAN) + "万", number % WAN, WAN / 10);
    }
    return upToFourDigits((int) number);
  }

  /** The lower part needs 零 before it where its own first place is empty. */
  private static String joined(String upper, long lower, long firstPlace) {
    if (lower == 0) {
      return upper;
    }
    return upper + (lower < firstPlace ? "零" : "") + whole(lower);
  }

  private static String upToFourDigits(int number) {
    StringBuilder out = new StringBuilder();
    boolean zeroBefore = false;
    for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10) {
      int digit = number / unit % 10;
      if (digit == 0) {
        zeroBefore = !out.isEmpty();
      } else {
        out.append(zeroBefore ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place]);
        zeroBefore = false;
      }
    }
    return out.toString();
  }
}
