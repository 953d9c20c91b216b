package fieldloom.payload.json;

import java.util.Locale;

/**
 * How much of the memory one record may take: a quarter of all there is, since what it becomes
 * takes as much again. What a record weighs is reckoned as it is read, rather too high than too
 * low.
 */
final class RecordBudget {
  /** The most that a record may weigh, in bytes. */
  static final long MOST = Runtime.getRuntime().maxMemory() / 4;

  /** A record of so few bytes weighs no more than that, whatever it is made of. */
  static final int BYTES = (int) Math.min(ByteLines.MAX_BYTES, MOST / 16);

  /** An empty object or list, and its place in what holds it. */
  static final int CONTAINER = 48;

  /** The room for the first fields of an object. */
  static final int FIELDS = 96;

  /** A field with its name. */
  static final int FIELD = 72;

  /** A field of an object of many, which has an index. */
  static final int INDEXED = 144;

  /** A number or a text besides its characters, and its place in what holds it. */
  static final int SCALAR = 56;

  private RecordBudget() {}

  /** What is said of a record that weighs more, behind its place. */
  static String sentence() {
    return String.format(
        Locale.ROOT,
        "the record takes more than %,d MB of memory, a quarter of what there is and the most that"
            + " one record may take; divide it, name the array of its records in the option"
            + " records, such as \"/data/orders\", or give Java more memory, for example"
            + " FIELDLOOM_OPTS=-Xmx%dg",
        MOST >> 20,
        (MOST >> 27) + 1);
  }
}
