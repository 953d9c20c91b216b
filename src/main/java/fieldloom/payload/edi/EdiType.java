package fieldloom.payload.edi;

import java.util.Map;

/**
 * What an element may hold.
 *
 * @param scale digits behind the implied point of {@link Kind#NUMBER}; 0 for all others
 * @param minLength fewest characters
 * @param maxLength most characters; 0 where there is no limit
 * @param codes the values allowed and what they mean, "" where the schema does not say; empty where
 *     any value is
 */
public record EdiType(
    Kind kind, int scale, long minLength, long maxLength, Map<String, String> codes) {

  /** Any text. */
  static final EdiType TEXT = of(Kind.TEXT);

  /** The kinds of values. */
  public enum Kind {
    /** Text and codes. */
    TEXT,
    /** Digits with an implied point, X12's {@code N0} to {@code N9}. */
    NUMBER,
    /** A number with a point, X12's {@code R} and EDIFACT's {@code n}. */
    DECIMAL,
    /** {@code yyMMdd} or {@code yyyyMMdd}. */
    DATE,
    /** {@code HHmm}, {@code HHmmss} and fractions of a second. */
    TIME,
    /** Bytes, read as Base64 and not written. */
    BINARY
  }

  static EdiType of(Kind kind) {
    return new EdiType(kind, 0, 0, 0, Map.of());
  }
}
