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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A lookup table with its rows by key, and by interval where it is read so. */
final class TableIndex implements LookupTable {
  private final Table table;
  private final FieldType keyType;
  private final List<Object[]> rows;
  private final int columns;
  private final boolean known;
  private final Map<Object, Object[]> byKey = new HashMap<>();
  private final TableRanges ranges;
  private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();
  private @Nullable Object twice;

  /**
   * @param known whether the rows were read; the others are in a database that nobody has asked
   */
  TableIndex(Table table, List<Object[]> rows, boolean known) {
    this.table = table;
    this.known = known;
    this.rows = List.copyOf(rows);
    this.keyType = keyType(table);
    int widest = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    this.columns = Math.max(table.columns().size(), widest);
    for (Object[] row : rows) {
      Object key = row.length == 0 ? null : key(row[0]);
      boolean unique = key == null || byKey.putIfAbsent(key, row) == null;
      // A column of a database may be unique and yet have many rows without a value.
      if (!unique && twice == null && !(key == Null.NULL && table.query() != null)) {
        twice = key;
      }
    }
    this.ranges =
        new TableRanges(
            table.name(), table.keyType() == null ? FieldType.DECIMAL : keyType, this.rows);
  }

  private static FieldType keyType(Table table) {
    for (FieldType type : FieldType.values()) {
      if (type.label().equals(table.keyType())) {
        return type;
      }
    }
    return FieldType.STRING;
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

  /** Intervals that overlap, and bounds of another type, are errors of the mapping. */
  void checkRanges(Problems problems) {
    ranges.check(problems);
  }

  /** What the bounds of its intervals are. */
  FieldType rangeType() {
    return ranges.type();
  }

  @Override
  public String name() {
    return table.name();
  }

  List<String> columnNames() {
    return table.columns();
  }

  /** Whether its rows are known; without them there is nothing to check. */
  boolean isKnown() {
    return known;
  }

  /** Whether its columns have the names that they are known by, and no others. */
  boolean hasNames() {
    return !table.columns().isEmpty() || table.query() == null;
  }

  /** A column of a query may be written in another case, as databases differ in theirs. */
  @Override
  public int column(String name) {
    List<String> names = table.columns();
    int exact = names.indexOf(name);
    if (exact >= 0 || table.query() == null) {
      return exact;
    }
    List<String> alike = names.stream().filter(name::equalsIgnoreCase).toList();
    return alike.size() == 1 ? names.indexOf(alike.getFirst()) : -1;
  }

  private void needRows() {
    if (!known) {
      throw new ValueException(
          "table-unread",
          "The rows of the table "
              + name()
              + " are in a database, which is not asked here: run the mapping, or name a file with"
              + " rows under tables in a test.");
    }
  }

  @Override
  public String columnName(int index) {
    return index < table.columns().size()
        ? table.columns().get(index)
        : LookupTable.super.columnName(index);
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public List<Object[]> rows() {
    needRows();
    return rows;
  }

  @Override
  public <T> T derived(Class<T> kind, Function<LookupTable, T> make) {
    return kind.cast(derived.computeIfAbsent(kind, k -> make.apply(this)));
  }

  @Override
  public Object @Nullable [] find(Object key) {
    needRows();
    Object own = key(key);
    return own == null ? null : byKey.get(own);
  }

  @Override
  public Object @Nullable [] findRange(Object key) {
    needRows();
    return ranges.find(key);
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
