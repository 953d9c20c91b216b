package fieldloom.engine.internal;

import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.ValueException;
import fieldloom.model.FieldType;
import fieldloom.model.Problem;
import fieldloom.model.Table;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.payload.JsonValues;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A lookup table with its rows by key, and by interval where it is read so. */
final class TableIndex implements LookupTable {
  /** Below every number: the start of an interval without one. */
  private static final BigDecimal LOWEST = BigDecimal.ONE.movePointRight(10_010).negate();

  private final Table table;
  private final FieldType keyType;
  private final List<Object[]> rows;
  private final int columns;
  private final Map<Object, Object[]> byKey = new HashMap<>();
  private final NavigableMap<BigDecimal, Object[]> byStart = new TreeMap<>();
  private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();
  private @Nullable Object twice;

  TableIndex(Table table, List<Object[]> rows) {
    this.table = table;
    this.rows = List.copyOf(rows);
    this.keyType = keyType(table);
    int widest = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    this.columns = Math.max(table.columns().size(), widest);
    for (Object[] row : rows) {
      Object key = row.length == 0 ? null : key(row[0]);
      if (key != null && byKey.putIfAbsent(key, row) != null && twice == null) {
        twice = key;
      }
      BigDecimal start = row.length < 2 ? null : start(row);
      if (start != null) {
        byStart.put(start, row);
      }
    }
  }

  private static FieldType keyType(Table table) {
    for (FieldType type : FieldType.values()) {
      if (type.label().equals(table.keyType())) {
        return type;
      }
    }
    return FieldType.STRING;
  }

  private static @Nullable BigDecimal start(Object[] row) {
    return row[0] == Null.NULL ? LOWEST : bound(row[0]);
  }

  private static @Nullable BigDecimal bound(Object value) {
    try {
      return Coercion.number(value).value();
    } catch (ValueException e) {
      return null;
    }
  }

  /** A key as the table compares it; null where it cannot be of the table's type. */
  private @Nullable Object key(Object value) {
    try {
      if (keyType == FieldType.STRING && value instanceof Num n) {
        BigDecimal plain = n.value();
        return (plain.signum() == 0 ? BigDecimal.ZERO : plain.stripTrailingZeros()).toPlainString();
      }
      return Coercion.read(value, keyType, null, ZoneOffset.UTC, Locale.ROOT);
    } catch (ValueException e) {
      return null;
    }
  }

  /** Two rows with one key are an error of the mapping. */
  void checkKeys(Problems problems) {
    if (twice != null) {
      problems.error(
          "two-keys",
          Problem.Place.named("table " + name()),
          "Two rows of the table " + name() + " have the key " + Coercion.shown(twice) + ".",
          "Remove one of them.");
    }
  }

  /** Intervals that overlap, and bounds that are no numbers, are errors of the mapping. */
  void checkRanges(Problems problems) {
    Problem.Place place = Problem.Place.named("table " + name());
    int number = 0;
    for (Object[] row : rows) {
      number++;
      boolean numbers =
          row.length > 2 && start(row) != null && (row[1] == Null.NULL || bound(row[1]) != null);
      if (!numbers) {
        problems.error(
            "bad-range",
            place,
            "Row " + number + " of the table " + name() + " is no interval.",
            "Write [from, to, value…] with numbers, null for an open end.");
        return;
      }
    }
    BigDecimal end = LOWEST;
    boolean open = false;
    Object[] last = null;
    for (Object[] row : byStart.values()) {
      BigDecimal start = start(row);
      if (last != null && start != null && (open || start.compareTo(end) < 0)) {
        problems.error(
            "ranges-overlap",
            place,
            "Two intervals of the table " + name() + " overlap at " + Coercion.shown(row[0]) + ".",
            "Let each end where the next begins.");
        return;
      }
      open = row[1] == Null.NULL;
      BigDecimal to = open ? null : bound(row[1]);
      end = to == null ? end : to;
      last = row;
    }
    if (byStart.size() < rows.size()) {
      problems.error(
          "ranges-overlap",
          place,
          "Two intervals of the table " + name() + " begin together.",
          "Remove one of them.");
    }
  }

  @Override
  public String name() {
    return table.name();
  }

  List<String> columnNames() {
    return table.columns();
  }

  @Override
  public int column(String name) {
    return table.columns().indexOf(name);
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public List<Object[]> rows() {
    return rows;
  }

  @Override
  public <T> T derived(Class<T> kind, Function<LookupTable, T> make) {
    return kind.cast(derived.computeIfAbsent(kind, k -> make.apply(this)));
  }

  @Override
  public Object @Nullable [] find(Object key) {
    Object own = key(key);
    return own == null ? null : byKey.get(own);
  }

  @Override
  public Object @Nullable [] findRange(Object number) {
    BigDecimal value = Coercion.number(number).value();
    Map.Entry<BigDecimal, Object[]> entry = byStart.floorEntry(value);
    if (entry == null) {
      return null;
    }
    BigDecimal to = entry.getValue()[1] == Null.NULL ? null : bound(entry.getValue()[1]);
    return to == null || value.compareTo(to) < 0 ? entry.getValue() : null;
  }

  @Override
  public Object otherwise(Object key) {
    return switch (table.otherwise()) {
      case Table.Otherwise.Fail ignored ->
          throw new ValueException(
              "lookup-miss",
              "The table " + name() + " has no row for " + Coercion.shown(key) + ".");
      case Table.Otherwise.Input ignored -> key;
      case Table.Otherwise.Value v -> JsonValues.of(v.value());
    };
  }
}
