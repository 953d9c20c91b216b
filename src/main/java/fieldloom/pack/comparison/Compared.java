package fieldloom.pack.comparison;

import fieldloom.pack.comparison.FieldResult.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two values held against each other: a tree with the shape of both. */
public sealed interface Compared {

  /** What has no parts on both sides; also whatever is on one side only, with all its parts. */
  record Leaf(Kind kind, Object expected, Object actual) implements Compared {}

  /** Two objects: the fields of the expected one, then those that only the other has. */
  record Fields(Map<String, Compared> fields) implements Compared {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** Two lists, in the order of what came; what is missing stands where it was expected. */
  record Items(List<Item> items) implements Compared {
    public Items {
      items = Collections.unmodifiableList(new ArrayList<>(items));
    }
  }

  /**
   * An item.
   *
   * @param expected its number in the expected list, from 1; 0 where it was not expected
   * @param actual its number in the list that came, from 1; 0 where it did not come
   * @param moved whether it stands elsewhere among the others than expected
   */
  record Item(int expected, int actual, boolean moved, Compared value) {
    /** Its number in what came, else in what was expected. */
    public int number() {
      return actual > 0 ? actual : expected;
    }
  }
}
