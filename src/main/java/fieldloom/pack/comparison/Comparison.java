package fieldloom.pack.comparison;

import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.pack.comparison.FieldResult.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The records that a target should have against those that it has. Numbers are equal by value,
 * fields in any order; an item that came in between is one difference, one that stands elsewhere
 * another, and neither makes those around it differ.
 *
 * @param target its name
 * @param records a record each
 */
public record Comparison(String target, Compared.Items records) {

  /**
   * Compares.
   *
   * @param schema of one record
   * @param ignored fields that may have any value: {@code FEntity[].FEntryID}
   */
  public static Comparison of(
      String target,
      SchemaNode schema,
      List<String> ignored,
      List<Object> expected,
      List<Object> actual) {
    Ignored fields = Ignored.of(target, ignored);
    return new Comparison(target, Comparer.items(expected, actual, schema, fields));
  }

  /** Every field, also those that are equal, in their order. */
  public List<FieldResult> results() {
    Results results = new Results();
    for (Compared.Item item : records.items()) {
      results.record(item);
    }
    return results.found;
  }

  /** What differs, in its order. */
  public List<FieldResult> differences() {
    return results().stream().filter(result -> result.kind().differs()).toList();
  }

  /**
   * The expected records with what came at some places.
   *
   * @param accepted places where what came is right, by {@link FieldResult#at}
   */
  public List<Object> merged(Set<Integer> accepted) {
    return new Merge(accepted).items(records);
  }

  /** Goes through the tree in the order in which {@link Merge} numbers its places. */
  private final class Results {
    private final List<FieldResult> found = new ArrayList<>();
    private int at;
    private long record;

    void record(Compared.Item item) {
      record = item.number();
      item(item, "", "");
    }

    private void item(Compared.Item item, String path, String field) {
      int place = at++;
      if (item.moved()) {
        Kind kind = Kind.REORDERED;
        add(place, path, field, kind, Absent.ABSENT, Absent.ABSENT, item.expected(), item.actual());
      }
      value(item.value(), path, field);
    }

    private void value(Compared value, String path, String field) {
      switch (value) {
        case Compared.Leaf leaf ->
            add(at++, path, field, leaf.kind(), leaf.expected(), leaf.actual(), 0, 0);
        case Compared.Fields fields ->
            fields
                .fields()
                .forEach(
                    (name, child) -> {
                      String own = Path.quote(name);
                      value(child, below(path, own), below(field, own));
                    });
        case Compared.Items items ->
            items
                .items()
                .forEach(item -> item(item, path + "[" + item.number() + "]", field + "[]"));
      }
    }

    private static String below(String path, String name) {
      return path.isEmpty() ? name : path + "." + name;
    }

    private void add(
        int place,
        String path,
        String field,
        Kind kind,
        Object expected,
        Object actual,
        int from,
        int to) {
      found.add(
          new FieldResult(place, target, record, path, field, kind, expected, actual, from, to));
    }
  }
}
