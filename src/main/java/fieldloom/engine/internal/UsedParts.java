package fieldloom.engine.internal;

import fieldloom.engine.CompiledMapping.Usage;
import fieldloom.function.CallContext.LookupTable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts which loops and which rows of lookup tables the records of a traced run use. */
final class UsedParts {
  private final Map<Integer, Usage.Loop> loops = new HashMap<>();
  private final Map<String, Watched> tables = new HashMap<>();

  void ran(int rule, int items) {
    loops.merge(rule, new Usage.Loop(1, 0, items), Usage.Loop::plus);
  }

  void skipped(int rule) {
    loops.merge(rule, new Usage.Loop(0, 1, 0), Usage.Loop::plus);
  }

  /** The same table, noting the rows that are found in it. */
  LookupTable watched(LookupTable table) {
    return tables.computeIfAbsent(table.name(), name -> new Watched(table));
  }

  Usage usage() {
    Map<String, BitSet> rows = new HashMap<>();
    Set<String> otherwise = new HashSet<>();
    tables.forEach(
        (name, table) -> {
          rows.put(name, (BitSet) table.found.clone());
          if (table.missed) {
            otherwise.add(name);
          }
        });
    return new Usage(loops, rows, otherwise);
  }

  private static final class Watched implements LookupTable {
    private final LookupTable table;
    private final BitSet found = new BitSet();
    private @Nullable Map<Object, Integer> numbers;
    private boolean missed;

    Watched(LookupTable table) {
      this.table = table;
    }

    private Object @Nullable [] noted(Object @Nullable [] row) {
      if (row != null) {
        Integer number = numbers().get(row);
        if (number != null) {
          found.set(number);
        }
      }
      return row;
    }

    private Map<Object, Integer> numbers() {
      Map<Object, Integer> known = numbers;
      if (known == null) {
        known = new IdentityHashMap<>();
        List<Object[]> rows = table.rows();
        for (int i = 0; i < rows.size(); i++) {
          known.put(rows.get(i), i);
        }
        numbers = known;
      }
      return known;
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
      return noted(table.find(key));
    }

    @Override
    public Object @Nullable [] findRange(Object number) {
      return noted(table.findRange(number));
    }

    @Override
    public Object otherwise(Object key) {
      missed = true;
      return table.otherwise(key);
    }
  }
}
