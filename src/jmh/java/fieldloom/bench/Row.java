package fieldloom.bench;

import java.util.Locale;

/**
 * One measure beside its peer.
 *
 * @param measure what was measured
 * @param unit of both values
 * @param peer what it is measured against
 * @param bar what is wanted
 */
record Row(String measure, double value, String unit, String peer, double peerValue, Bar bar) {

  static final String HEADER = "measure\tvalue\tunit\tpeer\tpeer's value\tratio\tbar\tresult";

  boolean ok() {
    return bar.reached(value, peerValue);
  }

  double ratio() {
    return value / peerValue;
  }

  /** The row as it is printed, columns parted by tabs. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%s\t%s\t%s\t%s\t%s\t%.3f\t%s\t%s",
        measure,
        number(value),
        unit,
        peer,
        number(peerValue),
        ratio(),
        bar.text(),
        ok() ? "ok" : "short");
  }

  /** Small values with their fraction. */
  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }
}
