package fieldloom.function.table;

import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.value.Num;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rates of currencies. A row is {@code [from, to, validFrom, rate]}: from that day on, until a
 * later row of the same two, one of the first currency is so many of the second.
 */
public final class RateRows {
  private final String name;

  /** Rates by {@code from>to}, by the day each holds from. */
  private final Map<String, NavigableMap<LocalDate, Fraction>> rates = new HashMap<>();

  private RateRows(String name) {
    this.name = name;
  }

  /**
   * What may stand in for a rate that the table does not have.
   *
   * @param inverse whether 1 by the rate of the opposite direction may
   * @param via the currency that amounts may be converted to first; null for none
   */
  public record Way(boolean inverse, @Nullable String via) {
    /**
     * {@code inverse}, {@code via CNY}, both, or nothing.
     *
     * @throws ValueException where it is something else
     */
    public static Way of(String text) {
      boolean inverse = false;
      String via = null;
      String[] words = text.strip().split("[\\s,]+");
      for (int i = 0; i < words.length; i++) {
        switch (words[i].toLowerCase(Locale.ROOT)) {
          case "" -> {
            // Nothing is allowed.
          }
          case "inverse" -> inverse = true;
          case "via" -> via = i + 1 < words.length ? words[++i] : unknown(text);
          default -> via = unknown(text);
        }
      }
      return new Way(inverse, via);
    }

    private static String unknown(String text) {
      throw new ValueException(
          "bad-argument",
          Values.shown(text) + " is no way to a rate: write inverse, via CNY, or both.");
    }
  }

  /**
   * The rates that a table holds.
   *
   * @throws ValueException where a row is none of rates
   */
  public static RateRows of(LookupTable table) {
    return table.derived(RateRows.class, RateRows::read);
  }

  private static RateRows read(LookupTable table) {
    RateRows all = new RateRows(table.name());
    Columns columns = new Columns(table, 4, "from", "to", "validFrom", "rate");
    int number = 0;
    for (Object[] row : table.rows()) {
      number++;
      if (!columns.isEmpty(row)) {
        String pair = pair(columns.name(row, number, 0), columns.name(row, number, 1));
        Fraction rate = Fraction.of(columns.factor(row, number, 3));
        LocalDate from = columns.from(row, number, 2);
        if (all.rates.computeIfAbsent(pair, p -> new TreeMap<>()).put(from, rate) != null) {
          throw columns.wrong(number, "gives a second rate for the same currencies and day");
        }
      }
    }
    return all;
  }

  private static String pair(String from, String to) {
    return Columns.key(from) + ">" + Columns.key(to);
  }

  /**
   * The amount in another currency, by the last rate that is valid on a day: the table's own, else
   * one that the way allows.
   *
   * @throws ValueException where there is no such rate
   */
  public Num convert(Num amount, String from, String to, LocalDate on, Way way) {
    if (Columns.key(from).equals(Columns.key(to))) {
      return amount;
    }
    Fraction rate = rate(from, to, on, way.inverse());
    String via = way.via();
    if (rate == null && via != null) {
      Fraction first = rate(from, via, on, way.inverse());
      Fraction second = rate(via, to, on, way.inverse());
      rate = first == null || second == null ? null : first.times(second);
    }
    if (rate == null) {
      throw missing(from, to, on, way);
    }
    return rate.of(amount);
  }

  private @Nullable Fraction rate(String from, String to, LocalDate on, boolean inverse) {
    if (Columns.key(from).equals(Columns.key(to))) {
      return Fraction.ONE;
    }
    Fraction own = valid(from, to, on);
    Fraction opposite = own == null && inverse ? valid(to, from, on) : null;
    return opposite == null ? own : opposite.inverse();
  }

  private @Nullable Fraction valid(String from, String to, LocalDate on) {
    NavigableMap<LocalDate, Fraction> days = rates.get(pair(from, to));
    Map.Entry<LocalDate, Fraction> entry = days == null ? null : days.floorEntry(on);
    return entry == null ? null : entry.getValue();
  }

  private ValueException missing(String from, String to, LocalDate on, Way way) {
    NavigableMap<LocalDate, Fraction> later = rates.get(pair(from, to));
    String hint =
        later != null
            ? "its first is valid from " + later.firstKey()
            : valid(to, from, on) != null && !way.inverse()
                ? "allow its rate of the opposite direction with inverse, or add a row"
                : "add a row";
    return new ValueException(
        "no-rate",
        "The table %s has no rate from %s to %s on %s: %s.".formatted(name, from, to, on, hint));
  }
}
