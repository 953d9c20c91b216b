package fieldloom.function.table;

import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.ValueException;
import fieldloom.model.value.Num;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Factors between units that a mapping's own table gives. A row is {@code [from, to, factor,
 * material, validFrom]}: one of the first unit is so many of the second; for one material, or for
 * all where it names none; from a day on until a later row, or always. Rows hold in both directions
 * and join with each other and with the units that are built in.
 */
public final class UnitRows {
  private static final String ALL = "";

  /** Units, then what one of the first is in the second, by the day that holds from. */
  private record Pair(String from, String to, NavigableMap<LocalDate, Fraction> factors) {}

  /** The pairs of a material, by each of their two units. */
  private final Map<String, Map<String, List<Pair>>> pairs = new HashMap<>();

  private final String name;

  private UnitRows(String name) {
    this.name = name;
  }

  /**
   * The units that a table holds.
   *
   * @throws ValueException where a row is none of units
   */
  public static UnitRows of(LookupTable table) {
    return table.derived(UnitRows.class, UnitRows::read);
  }

  private static UnitRows read(LookupTable table) {
    UnitRows units = new UnitRows(table.name());
    Columns columns = new Columns(table, 3, "from", "to", "factor", "material", "validFrom");
    int number = 0;
    for (Object[] row : table.rows()) {
      number++;
      if (!columns.isEmpty(row)) {
        units.add(columns, row, number);
      }
    }
    return units;
  }

  private void add(Columns columns, Object[] row, int number) {
    String from = columns.name(row, number, 0);
    String to = columns.name(row, number, 1);
    Fraction factor = Fraction.of(columns.factor(row, number, 2));
    String material = columns.has(row, 3) ? columns.name(row, number, 3) : ALL;
    Pair pair = pair(material, from, to);
    boolean turned = !pair.from.equals(from);
    Fraction own = turned ? factor.inverse() : factor;
    if (pair.factors.put(columns.from(row, number, 4), own) != null) {
      throw columns.wrong(number, "gives a second factor for the same units, material and day");
    }
  }

  private Pair pair(String material, String from, String to) {
    Map<String, List<Pair>> byUnit = pairs.computeIfAbsent(material, m -> new LinkedHashMap<>());
    for (Pair known : byUnit.getOrDefault(from, List.of())) {
      if (known.from.equals(to) || known.to.equals(to)) {
        return known;
      }
    }
    Pair pair = new Pair(from, to, new TreeMap<>());
    byUnit.computeIfAbsent(from, u -> new ArrayList<>()).add(pair);
    if (!to.equals(from)) {
      byUnit.computeIfAbsent(to, u -> new ArrayList<>()).add(pair);
    }
    return pair;
  }

  /**
   * The amount in another unit, by the fewest factors there are.
   *
   * @param material empty where none is meant
   * @throws ValueException where no rows lead from the one unit to the other
   */
  public Num convert(Num amount, String from, String to, String material, LocalDate on) {
    Fraction factor = factor(Columns.key(from), Columns.key(to), Columns.key(material), on);
    if (factor == null) {
      String of = material.isBlank() ? "" : " of " + material;
      throw new ValueException(
          "no-factor",
          "The table %s has no factor from %s to %s%s on %s: add a row."
              .formatted(name, from, to, of, on));
    }
    return factor.of(amount);
  }

  /** Goes from unit to unit, the nearest first. */
  private @Nullable Fraction factor(String from, String to, String material, LocalDate on) {
    Map<String, Fraction> known = new HashMap<>();
    Deque<String> next = new ArrayDeque<>();
    known.put(from, Fraction.ONE);
    next.add(from);
    while (!next.isEmpty() && !known.containsKey(to)) {
      String unit = next.remove();
      Fraction before = known.getOrDefault(unit, Fraction.ONE);
      neighbours(unit, to, material, on)
          .forEach(
              (other, factor) -> {
                if (known.putIfAbsent(other, before.times(factor)) == null) {
                  next.add(other);
                }
              });
    }
    return known.get(to);
  }

  /** What one of a unit is in others: rows of the material, rows for all, built-in units. */
  private Map<String, Fraction> neighbours(
      String unit, String wanted, String material, LocalDate on) {
    Map<String, Fraction> found = new LinkedHashMap<>();
    Set<String> others = new LinkedHashSet<>(List.of(wanted));
    for (String of : material.equals(ALL) ? List.of(ALL) : List.of(material, ALL)) {
      Map<String, List<Pair>> byUnit = pairs.getOrDefault(of, Map.of());
      others.addAll(byUnit.keySet());
      for (Pair pair : byUnit.getOrDefault(unit, List.of())) {
        Map.Entry<LocalDate, Fraction> valid = pair.factors.floorEntry(on);
        if (valid != null) {
          boolean forth = pair.from.equals(unit);
          Fraction factor = forth ? valid.getValue() : valid.getValue().inverse();
          found.putIfAbsent(forth ? pair.to : pair.from, factor);
        }
      }
    }
    for (String other : others) {
      Fraction built = Measures.factor(unit, other);
      if (built != null) {
        found.putIfAbsent(other, built);
      }
    }
    return found;
  }
}
