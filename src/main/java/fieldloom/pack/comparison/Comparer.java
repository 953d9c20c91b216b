package fieldloom.pack.comparison;

import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.pack.comparison.FieldResult.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds values against each other. */
final class Comparer {
  private Comparer() {}

  static Compared.Items items(
      List<?> expected, List<?> actual, @Nullable SchemaNode item, @Nullable Ignored ignored) {
    List<Compared.Item> items = new ArrayList<>();
    for (ItemPairs.Pair pair :
        ItemPairs.of(canon(expected, item, ignored), canon(actual, item, ignored))) {
      Object wanted = pair.expected() < 0 ? Absent.ABSENT : expected.get(pair.expected());
      Object got = pair.actual() < 0 ? Absent.ABSENT : actual.get(pair.actual());
      items.add(
          new Compared.Item(
              pair.expected() + 1,
              pair.actual() + 1,
              pair.moved(),
              value(wanted, got, item, ignored)));
    }
    return new Compared.Items(items);
  }

  private static List<Object> canon(
      List<?> items, @Nullable SchemaNode item, @Nullable Ignored ignored) {
    List<Object> canon = new ArrayList<>(items.size());
    items.forEach(each -> canon.add(Canon.of(each, item, ignored)));
    return canon;
  }

  private static Compared value(
      Object expected, Object actual, @Nullable SchemaNode node, @Nullable Ignored ignored) {
    if (Ignored.all(ignored)) {
      return new Compared.Leaf(Kind.IGNORED, expected, actual);
    }
    if (expected instanceof Obj a && actual instanceof Obj b) {
      return fields(a, b, node, ignored);
    }
    if (expected instanceof List<?> a && actual instanceof List<?> b) {
      return items(a, b, Canon.item(node), ignored);
    }
    return new Compared.Leaf(kind(expected, actual, node, ignored), expected, actual);
  }

  private static Compared.Fields fields(
      Obj expected, Obj actual, @Nullable SchemaNode node, @Nullable Ignored ignored) {
    Set<String> names = new LinkedHashSet<>(expected.fields().keySet());
    names.addAll(actual.fields().keySet());
    Map<String, Compared> fields = new LinkedHashMap<>();
    for (String name : names) {
      SchemaNode child = node == null ? null : node.child(name);
      fields.put(
          name, value(expected.get(name), actual.get(name), child, Ignored.child(ignored, name)));
    }
    return new Compared.Fields(fields);
  }

  private static Kind kind(
      Object expected, Object actual, @Nullable SchemaNode node, @Nullable Ignored ignored) {
    if (expected == Absent.ABSENT && actual != Absent.ABSENT) {
      return Canon.isAllIgnored(actual, ignored) ? Kind.IGNORED : Kind.ADDED;
    }
    if (actual == Absent.ABSENT && expected != Absent.ABSENT) {
      return Canon.isAllIgnored(expected, ignored) ? Kind.IGNORED : Kind.MISSING;
    }
    if (expected instanceof Num a && actual instanceof Num b) {
      return !a.equals(b) ? Kind.CHANGED : written(a.text().equals(b.text()));
    }
    if (expected instanceof String a
        && actual instanceof String b
        && Canon.isNumber(node, a)
        && Canon.isNumber(node, b)) {
      return !Num.ofText(a).equals(Num.ofText(b)) ? Kind.CHANGED : written(a.equals(b));
    }
    return expected.equals(actual) ? Kind.EQUAL : Kind.CHANGED;
  }

  private static Kind written(boolean alike) {
    return alike ? Kind.EQUAL : Kind.EQUAL_BY_VALUE;
  }
}
