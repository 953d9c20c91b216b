package fieldloom.payload.text;

/**
 * How long texts may be. They keep one monstrous value from taking the memory of the run: with
 * these, any input is read in a heap of 256 MB.
 */
public final class TextLimits {
  /** Longest text, number, NDJSON line or CSV row, in UTF-16 units. */
  public static final int MAX_CHARS = 20_000_000;

  /** Longest line that a bad record is quoted with, in UTF-16 units. */
  public static final int MAX_RAW = 100_000;

  private TextLimits() {}
}
