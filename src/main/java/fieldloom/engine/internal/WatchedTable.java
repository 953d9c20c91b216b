package fieldloom.engine.internal;

import fieldloom.engine.trace.TraceStep;
import fieldloom.function.CallContext.LookupTable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A lookup table that tells which of its rows were found. */
record WatchedTable(LookupTable table, Recorder recorder) implements LookupTable {

  /** The numbers of a table's rows, from 1. */
  private record Numbers(Map<Object[], Integer> byRow) {
    static Numbers of(LookupTable table) {
      Map<Object[], Integer> byRow = new IdentityHashMap<>();
      for (Object[] row : table.rows()) {
        byRow.put(row, byRow.size() + 1);
      }
      return new Numbers(byRow);
    }
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public int column(String name) {
    return table.column(name);
  }

  @Override
  public String columnName(int index) {
    return table.columnName(index);
  }

  @Override
  public int columns() {
    return table.columns();
  }

  @Override
  public List<Object[]> rows() {
    return table.rows();
  }

  @Override
  public <T> T derived(Class<T> kind, Function<LookupTable, T> make) {
    return table.derived(kind, make);
  }

  @Override
  public Object @Nullable [] find(Object key) {
    return told(key, table.find(key));
  }

  @Override
  public Object @Nullable [] findRange(Object key) {
    return told(key, table.findRange(key));
  }

  @Override
  public Object otherwise(Object key) {
    recorder.used.missed(name());
    Object given = table.otherwise(key);
    recorder.otherwise(new TraceStep.NoRow(name(), key, given));
    return given;
  }

  private Object @Nullable [] told(Object key, Object @Nullable [] row) {
    if (row == null) {
      recorder.looked(new TraceStep.NoRow(name(), key, null));
      return null;
    }
    Map<String, Object> cells = new LinkedHashMap<>();
    for (int i = 0; i < row.length; i++) {
      cells.put(table.columnName(i), row[i]);
    }
    int number = table.derived(Numbers.class, Numbers::of).byRow().getOrDefault(row, 0);
    if (number > 0) {
      recorder.used.found(name(), number - 1);
    }
    recorder.looked(new TraceStep.Row(name(), key, number, cells));
    return row;
  }
}
