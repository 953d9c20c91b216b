package fieldloom.payload.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of columns, each once: one that was there before gets a number, {@code name_2}. */
public final class UniqueNames {
  private UniqueNames() {}

  /** Told of a name that was changed. */
  public interface Listener {
    /**
     * A column that is read under another name.
     *
     * @param column from 0
     */
    void renamed(int column, String name, String unique);
  }

  /** The names in order; names that are given are not made up for others. */
  public static List<String> of(List<String> given, Listener listener) {
    Set<String> known = new HashSet<>(given);
    Set<String> taken = new HashSet<>();
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>(given.size());
    for (int i = 0; i < given.size(); i++) {
      String name = given.get(i);
      if (!taken.add(name)) {
        int number = numbers.getOrDefault(name, 2);
        while (known.contains(name + "_" + number) || !taken.add(name + "_" + number)) {
          number++;
        }
        numbers.put(name, number + 1);
        listener.renamed(i, name, name + "_" + number);
        name = name + "_" + number;
      }
      names.add(name);
    }
    return names;
  }
}
