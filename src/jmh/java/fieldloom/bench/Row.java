package fieldloom.bench;

import java.util.Locale;

/**
 * One measure beside its peer.
 *
 * @param measure what was measured
 * @param unit of both values
 * @param atLeast whether the ratio must reach the bar; else it must not pass it
 * @param bar the ratio that is wanted
 */
record Row(
    String measure,
    double value,
    String unit,
    String peer,
    double peerValue,
    boolean atLeast,
    double bar) {

  static final String HEADER = "measure\tvalue\tunit\tpeer\tpeer's value\tratio\tbar\tresult";

  double ratio() {
    return value / peerValue;
  }

  boolean ok() {
    return atLeast ? ratio() >= bar : ratio() <= bar;
  }

  /** The row as it is printed, columns parted by tabs. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%s\t%.0f\t%s\t%s\t%.0f\t%.2f\t%s %.2f\t%s",
        measure,
        value,
        unit,
        peer,
        peerValue,
        ratio(),
        atLeast ? ">=" : "<=",
        bar,
        ok() ? "ok" : "short");
  }
}
