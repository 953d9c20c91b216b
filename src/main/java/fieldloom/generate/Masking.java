package fieldloom.generate;

import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of a sample that hold personal data, by their names and titles and by the forms
 * of their values, and replaces what an analyst has not left out. Not thread-safe.
 */
public final class Masking {
  private final SchemaTree schema;
  private final Masker masker;

  /**
   * A field that holds personal data.
   *
   * @param path {@code contacts[].phone}
   * @param meaning what it holds
   * @param within whether it stands within texts that are of something else too
   * @param values how many there are
   * @param before the first of them
   * @param after what stands for it
   */
  public record Found(
      String path, Meaning meaning, boolean within, int values, String before, String after) {}

  /** What becomes of a value. */
  private record Treated(Meaning meaning, boolean within, String after) {}

  public Masking(SchemaTree schema, Masker masker) {
    this.schema = schema;
    this.masker = masker;
  }

  /** The fields of some records that hold personal data, in the order in which they come. */
  public List<Found> find(List<Object> records) {
    Map<String, Found> found = new LinkedHashMap<>();
    // Names are known once all fields have been seen, and stand in texts before these too.
    for (int round = 0; round < 2; round++) {
      found.clear();
      for (Object record : records) {
        walk("", schema.root(), null, record, null, one -> merge(found, one));
      }
    }
    return List.copyOf(found.values());
  }

  private static void merge(Map<String, Found> all, Found one) {
    Found known = all.get(one.path());
    all.put(
        one.path(),
        known == null
            ? one
            : new Found(
                known.path(),
                known.meaning(),
                known.within(),
                known.values() + 1,
                known.before(),
                known.after()));
  }

  /**
   * A record with personal data replaced.
   *
   * @param paths of the fields in which it is replaced, as {@link #find} tells them
   */
  public Object masked(Object record, Set<String> paths) {
    return walk("", schema.root(), null, record, paths, one -> {});
  }

  /**
   * Goes over a value.
   *
   * @param paths null where nothing is replaced
   */
  private Object walk(
      String path,
      @Nullable SchemaNode node,
      @Nullable SchemaNode around,
      Object value,
      @Nullable Set<String> paths,
      Consumer<Found> tell) {
    return switch (value) {
      case Obj object -> {
        Obj made = new Obj(object.size());
        SchemaNode inner = node == null ? null : node.innermost();
        object
            .fields()
            .forEach(
                (name, field) -> {
                  SchemaNode child = inner == null ? null : inner.child(name);
                  String at = path + (path.isEmpty() ? "" : ".") + Path.quote(name);
                  SchemaNode meant = child == null ? SchemaNode.any(name) : child;
                  made.put(name, walk(at, meant, inner, field, paths, tell));
                });
        yield made;
      }
      case List<?> list -> {
        List<Object> made = new ArrayList<>();
        list.forEach(item -> made.add(walk(path + "[]", node, around, item, paths, tell)));
        yield made;
      }
      case String text when !text.isBlank() -> leaf(path, node, around, text, text, paths, tell);
      case Num number -> leaf(path, node, around, number, number.text(), paths, tell);
      default -> value;
    };
  }

  private Object leaf(
      String path,
      @Nullable SchemaNode node,
      @Nullable SchemaNode around,
      Object value,
      String text,
      @Nullable Set<String> paths,
      Consumer<Found> tell) {
    Treated treated = treated(node, around, value, text);
    if (treated == null || treated.after().equals(text)) {
      return value;
    }
    tell.accept(new Found(path, treated.meaning(), treated.within(), 1, text, treated.after()));
    if (paths == null || !paths.contains(path)) {
      return value;
    }
    if (value instanceof Num) {
      Num number = Num.ofPlain(treated.after().replaceFirst("^0", "1"));
      return number == null ? value : number;
    }
    return treated.after();
  }

  private @Nullable Treated treated(
      @Nullable SchemaNode node, @Nullable SchemaNode around, Object value, String text) {
    boolean listed = node != null && !node.innermost().facets().enumeration().isEmpty();
    if (listed) {
      return null;
    }
    Meaning meaning = node == null ? Meaning.NOTHING : Meaning.of(node, around);
    boolean plausible = meaning.isPersonal() && isPlausible(meaning, text);
    if (plausible) {
      return new Treated(meaning, false, masker.mask(meaning, text));
    }
    if (value instanceof Num) {
      return null;
    }
    Meaning form = FreeText.whole(text);
    if (form != null) {
      return new Treated(form, false, masker.mask(form, text));
    }
    String masked = FreeText.masked(text, masker);
    return masked.equals(text) ? null : new Treated(meaning, true, masked);
  }

  /** Names of fields may mislead: an address may be one of the network. */
  private static boolean isPlausible(Meaning meaning, String text) {
    return switch (meaning) {
      case EMAIL -> text.contains("@");
      case MOBILE, PHONE -> text.replaceAll("\\D", "").length() >= 5;
      case RESIDENT_ID, BANK_ACCOUNT -> text.replaceAll("\\D", "").length() >= 6;
      case ADDRESS -> !text.contains("://") && !text.contains("@");
      default -> true;
    };
  }
}
