package fieldloom.ui.session;

import fieldloom.function.NameDistance;
import fieldloom.model.Document;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.ui.session.SchemaFields.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a mapping's links when a source or target gets another schema: a field that is
 * there at the same path stays; one that is there by the same name and a like type elsewhere is
 * followed there; what is left is listed with the nearest candidates, and its rules stay as they
 * are until somebody chooses.
 *
 * @param document the source or target with its new schema, under its old name
 * @param kept how many fields stay where they are
 * @param moved fields that are followed elsewhere
 * @param lost fields that are not found again, in the mapping's order
 */
public record Rebinding(
    Side side, Document document, int kept, Map<FieldRef, FieldRef> moved, List<Lost> lost) {
  private static final int CANDIDATES = 5;

  /** How much farther than by its name a field is that has another type, or is used already. */
  private static final double OTHER_TYPE = 0.3;

  private static final double TAKEN = 1;

  public Rebinding {
    moved = Collections.unmodifiableMap(new LinkedHashMap<>(moved));
    lost = List.copyOf(lost);
  }

  /**
   * A field that rules use and the new schema lacks.
   *
   * @param rules how many rules use it
   * @param candidates the nearest fields of the new schema, the best first, at most five
   */
  public record Lost(FieldRef field, int rules, List<FieldRef> candidates) {
    public Lost {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Finds out.
   *
   * @param before the schema so far; one about which nothing is known gives no types to compare
   * @param now the new schema
   */
  public static Rebinding of(
      Mapping mapping, Side side, Document document, SchemaTree before, SchemaTree now) {
    Map<FieldRef, Integer> used = UsedFields.of(mapping, side, document.name());
    List<Field> fields = SchemaFields.of(document.name(), now);
    Map<FieldRef, FieldRef> moved = new LinkedHashMap<>();
    List<FieldRef> gone = new ArrayList<>();
    Set<FieldRef> taken = new HashSet<>();
    for (FieldRef field : used.keySet()) {
      if (field.isRoot() || now.find(field.path()) != null) {
        taken.add(field);
        continue;
      }
      FieldRef match = match(field, before.find(field.path()), fields);
      if (match != null) {
        moved.put(field, match);
      } else {
        gone.add(field);
      }
    }
    follow(gone, moved);
    int kept = taken.size();
    taken.addAll(moved.values());
    List<Lost> lost = new ArrayList<>();
    for (FieldRef field : gone) {
      SchemaNode node = before.find(field.path());
      lost.add(new Lost(field, used.get(field), nearest(field, node, fields, taken)));
    }
    return new Rebinding(side, document, kept, moved, lost);
  }

  /** The one field of that name and type; of several the one whose parents are named alike. */
  private static @Nullable FieldRef match(
      FieldRef field, @Nullable SchemaNode node, List<Field> fields) {
    String name = LinkPlanner.plain(field.name());
    Field best = null;
    int bestAlike = -1;
    boolean tied = false;
    for (Field candidate : fields) {
      if (LinkPlanner.plain(candidate.ref().name()).equals(name)
          && candidate.ref().isArray() == field.isArray()
          && alike(node, candidate.node())) {
        int alike = parentsAlike(field, candidate.ref());
        tied = alike == bestAlike;
        if (alike > bestAlike) {
          best = candidate;
          bestAlike = alike;
        }
      }
    }
    return best == null || tied ? null : best.ref();
  }

  private static int parentsAlike(FieldRef a, FieldRef b) {
    int alike = 0;
    int n = Math.min(a.path().size(), b.path().size());
    for (int i = 2; i <= n; i++) {
      String one = a.path().steps().get(a.path().size() - i).name();
      String other = b.path().steps().get(b.path().size() - i).name();
      if (!LinkPlanner.plain(one).equals(LinkPlanner.plain(other))) {
        return alike;
      }
      alike++;
    }
    return a.path().size() == b.path().size() ? alike + 1 : alike;
  }

  private static boolean alike(@Nullable SchemaNode was, SchemaNode is) {
    if (was == null || was.type() == FieldType.ANY || is.type() == FieldType.ANY) {
      return true;
    }
    FieldType type = LinkPlanner.item(was).type();
    boolean text = type == FieldType.STRING || is.type() == FieldType.STRING;
    return isSame(was, is) || text && type.isScalar() && is.type().isScalar();
  }

  /** A group or list whose fields were all followed into one other group has become that one. */
  private static void follow(List<FieldRef> gone, Map<FieldRef, FieldRef> moved) {
    for (FieldRef group : List.copyOf(gone)) {
      Set<FieldRef> places = new LinkedHashSet<>();
      moved.forEach(
          (from, to) -> {
            int below = from.path().size() - group.path().size();
            if (from.isIn(group) && below > 0 && below < to.path().size()) {
              places.add(new FieldRef(to.document(), to.path().head(to.path().size() - below)));
            }
          });
      if (places.size() == 1 && places.iterator().next().isArray() == group.isArray()) {
        moved.put(group, places.iterator().next());
        gone.remove(group);
      }
    }
  }

  /** Fields of another type come behind those of the same, and behind all those in use already. */
  private static List<FieldRef> nearest(
      FieldRef field, @Nullable SchemaNode node, List<Field> fields, Set<FieldRef> taken) {
    return fields.stream()
        .filter(candidate -> candidate.ref().isArray() == field.isArray())
        .filter(candidate -> alike(node, candidate.node()))
        .sorted(
            Comparator.<Field>comparingDouble(
                    candidate ->
                        distance(field, candidate.ref())
                            + (isSame(node, candidate.node()) ? 0 : OTHER_TYPE)
                            + (taken.contains(candidate.ref()) ? TAKEN : 0))
                .thenComparing(candidate -> -parentsAlike(field, candidate.ref())))
        .limit(CANDIDATES)
        .map(Field::ref)
        .toList();
  }

  private static boolean isSame(@Nullable SchemaNode was, SchemaNode is) {
    if (was == null || was.type() == FieldType.ANY || is.type() == FieldType.ANY) {
      return true;
    }
    FieldType type = LinkPlanner.item(was).type();
    return type == is.type()
        || type.isNumber() && is.type().isNumber()
        || type.isTemporal() && is.type().isTemporal();
  }

  private static double distance(FieldRef a, FieldRef b) {
    String one = NameDistance.normal(a.name());
    String other = NameDistance.normal(b.name());
    int longer = Math.max(1, Math.max(one.length(), other.length()));
    if (one.contains(other) || other.contains(one)) {
      return 0.3 * Math.abs(one.length() - other.length()) / longer;
    }
    return (double) NameDistance.between(one, other) / longer;
  }

  /** The same for a document that has got its schema's final place. */
  public Rebinding withDocument(Document value) {
    return new Rebinding(side, value, kept, moved, lost);
  }

  /**
   * The step that gives the document its new schema and carries the rules along.
   *
   * @param chosen for lost fields what takes their place; those left out stay as they are
   */
  public Edit edit(Map<FieldRef, FieldRef> chosen) {
    Map<FieldRef, FieldRef> all = new LinkedHashMap<>(moved);
    all.putAll(chosen);
    return new Edit.Rebind(side, document, all);
  }
}
