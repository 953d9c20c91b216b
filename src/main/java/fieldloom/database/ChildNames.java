package fieldloom.database;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the rows that belong to a row are called in it: by their table. Where a table has several
 * foreign keys to this one, all of them are named apart by their columns: {@code
 * orders_by_bill_to}.
 */
public final class ChildNames {
  private ChildNames() {}

  /** The foreign keys by name, sorted by the child's name. */
  public static Map<String, ForeignKey> of(TableInfo parent, List<ForeignKey> keys) {
    List<ForeignKey> sorted = new ArrayList<>(keys);
    sorted.sort(
        Comparator.comparing((ForeignKey key) -> key.child().name())
            .thenComparing(key -> key.child().toString())
            .thenComparing(key -> key.columns().toString()));
    Set<String> taken = new HashSet<>();
    parent.columns().forEach(column -> taken.add(column.name()));
    Map<String, ForeignKey> named = new LinkedHashMap<>();
    for (ForeignKey key : sorted) {
      String name = key.child().name();
      boolean several =
          sorted.stream().filter(other -> other.child().name().equals(name)).count() > 1;
      String wanted = several || taken.contains(name) ? apart(key) : name;
      String free = wanted;
      for (int number = 2; !taken.add(free); number++) {
        free = wanted + "_" + number;
      }
      named.put(free, key);
    }
    return named;
  }

  private static String apart(ForeignKey key) {
    String name = key.child().name();
    boolean upper = name.equals(name.toUpperCase(Locale.ROOT));
    return name + (upper ? "_BY_" : "_by_") + String.join("_", key.columns());
  }
}
