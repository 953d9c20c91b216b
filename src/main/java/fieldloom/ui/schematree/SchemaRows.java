package fieldloom.ui.schematree;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.FieldRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Flattens schemas into rows. Only what is open is visited, so a recursive schema costs nothing
 * until it is opened; a search visits each schema node once on each way down.
 */
final class SchemaRows {
  /** A schema opens by itself until it shows this many rows. */
  private static final int OPEN_AT_FIRST = 400;

  private static final int OPEN_DEPTH = 4;
  private static final int SEARCH_DEPTH = 24;
  static final int SEARCH_LIMIT = 60_000;

  private final Map<String, SchemaTree> documents = new LinkedHashMap<>();
  private final Set<FieldRef> open = new HashSet<>();
  private List<SchemaRow> rows = List.of();
  private Map<FieldRef, Integer> index = Map.of();
  private final FieldSearch search = new FieldSearch();
  private Predicate<SchemaRow> filter = row -> true;
  private boolean filtered;

  void setDocuments(Map<String, SchemaTree> value) {
    Map<String, SchemaTree> before = new LinkedHashMap<>(documents);
    documents.clear();
    documents.putAll(value);
    search.clear();
    value.forEach(
        (name, tree) -> {
          if (before.get(name) != tree) {
            openAtFirst(FieldRef.root(name), tree.root());
          }
        });
    rebuild();
  }

  /** Breadth first, so that what is cut off is deep rather than late. */
  private void openAtFirst(FieldRef root, SchemaNode node) {
    Deque<Map.Entry<FieldRef, SchemaNode>> queue = new ArrayDeque<>();
    Set<SchemaNode> seen = new HashSet<>();
    queue.add(Map.entry(root, node));
    int shown = 1;
    while (!queue.isEmpty()) {
      Map.Entry<FieldRef, SchemaNode> next = queue.poll();
      SchemaNode object = item(next.getValue());
      int fields = parts(object);
      boolean isRoot = next.getKey().isRoot();
      boolean tooMuch = shown + fields > OPEN_AT_FIRST || next.getKey().path().size() > OPEN_DEPTH;
      if (fields == 0 || !isRoot && tooMuch || !seen.add(object)) {
        continue;
      }
      shown += fields;
      open.add(next.getKey());
      for (SchemaNode child : object.children()) {
        Chain chain = chain(next.getKey(), child);
        queue.add(Map.entry(chain.field(), chain.node()));
      }
    }
  }

  /** Shows only rows whose name or title holds the text and which pass the filter. */
  void setFilter(String text, boolean active, Predicate<SchemaRow> value) {
    search.type(text);
    filter = value;
    filtered = active || !search.isEmpty();
    rebuild();
  }

  List<SchemaRow> rows() {
    return rows;
  }

  /** Whether only some fields are shown. */
  boolean isFiltered() {
    return filtered;
  }

  int rowOf(FieldRef field) {
    FieldRef at = field;
    while (true) {
      Integer row = index.get(at);
      if (row != null) {
        return row;
      }
      if (at.isRoot()) {
        return -1;
      }
      at = at.parent();
    }
  }

  boolean shows(int row, FieldRef field) {
    return rows.get(row).field().equals(field) || Integer.valueOf(row).equals(index.get(field));
  }

  void setOpen(FieldRef field, boolean value) {
    if (value ? open.add(field) : open.remove(field)) {
      rebuild();
    }
  }

  /** Opens all that hides a field. */
  void openTo(FieldRef field) {
    boolean changed = false;
    for (FieldRef at = field; !at.isRoot(); at = at.parent()) {
      changed |= open.add(at.parent());
    }
    if (changed) {
      rebuild();
    }
  }

  /** Opens or closes all groups that are shown. */
  void setAllOpen(boolean value) {
    if (value) {
      documents.forEach((name, tree) -> openAtFirst(FieldRef.root(name), tree.root()));
    } else {
      open.removeIf(f -> !f.isRoot());
    }
    rebuild();
  }

  /** Counts the fields without parts, each schema once on each way down. */
  FieldCounts count() {
    List<FieldRef> leaves = new ArrayList<>();
    Set<FieldRef> required = new HashSet<>();
    documents.forEach(
        (name, tree) ->
            count(FieldRef.root(name), tree.root(), leaves, required, new HashSet<>(), 0));
    return new FieldCounts(leaves, required);
  }

  private static void count(
      FieldRef parent,
      SchemaNode node,
      List<FieldRef> leaves,
      Set<FieldRef> required,
      Set<SchemaNode> above,
      int depth) {
    SchemaNode object = item(node);
    if (depth > SEARCH_DEPTH || leaves.size() >= SEARCH_LIMIT || !above.add(object)) {
      return;
    }
    for (int place = 1; place <= object.places().size(); place++) {
      leaves.add(parent.at(place));
    }
    for (SchemaNode child : object.children()) {
      Chain chain = chain(parent, child);
      if (parts(item(chain.node())) == 0) {
        leaves.add(chain.field());
        if (chain.required()) {
          required.add(chain.field());
        }
      } else {
        count(chain.field(), chain.node(), leaves, required, above, depth + 1);
      }
    }
    above.remove(object);
  }

  void rebuild() {
    List<SchemaRow> built = new ArrayList<>();
    documents.forEach(
        (name, tree) -> {
          FieldRef root = FieldRef.root(name);
          String title = tree.title(Texts.language().locale());
          SchemaRow row =
              row(root, tree.root(), name, title, 0, false, filtered || open.contains(root), 1);
          if (filtered) {
            Set<SchemaNode> above = new HashSet<>();
            search(row, built, above);
          } else {
            add(row, built);
          }
        });
    Map<FieldRef, Integer> places = new HashMap<>();
    for (int i = 0; i < built.size(); i++) {
      FieldRef field = built.get(i).field();
      places.put(field, i);
      // The names that share the row are found on it too.
      int depth = field.path().size();
      for (int n = 1; n < built.get(i).names(); n++) {
        places.putIfAbsent(new FieldRef(field.document(), field.path().head(depth - n)), i);
      }
    }
    rows = List.copyOf(built);
    index = places;
  }

  private void add(SchemaRow row, List<SchemaRow> built) {
    built.add(row);
    if (row.expanded()) {
      for (SchemaRow child : children(row)) {
        add(child, built);
      }
    }
  }

  /**
   * Adds the row if it or something under it is looked for.
   *
   * @param above nodes on the way down: a schema that contains itself is not searched again
   */
  private boolean search(SchemaRow row, List<SchemaRow> built, Set<SchemaNode> above) {
    int at = built.size();
    built.add(row);
    boolean found = search.finds(row) && filter.test(row);
    SchemaNode object = item(row.node());
    boolean inner = false;
    if (row.expandable()
        && built.size() < SEARCH_LIMIT
        && row.depth() < SEARCH_DEPTH
        && above.add(object)) {
      for (SchemaRow child : children(row)) {
        inner |= search(child, built, above);
      }
      above.remove(object);
    }
    if (!found && !inner) {
      built.subList(at, built.size()).clear();
      return false;
    }
    if (found && !inner && row.expandable()) {
      // A group that is hit itself and has no hit inside keeps its own state.
      built.set(at, withExpanded(row, false));
    }
    return true;
  }

  /** Whether a row is one that is looked for. */
  boolean isHit(SchemaRow row) {
    return row.depth() > 0 && search.finds(row);
  }

  List<SchemaRow> children(SchemaRow row) {
    List<SchemaRow> found = new ArrayList<>();
    for (SchemaNode place : item(row.node()).places()) {
      found.add(place(row, place, found.size() + 1));
    }
    for (SchemaNode child : item(row.node()).children()) {
      Chain chain = chain(row.field(), child);
      found.add(
          row(
              chain.field(),
              chain.node(),
              chain.label(),
              chain.title(),
              row.depth() + 1,
              chain.required(),
              filtered || open.contains(chain.field()),
              chain.names()));
    }
    return found;
  }

  /** A place of a list: its number, and no parts, for no path leads into it. */
  private SchemaRow place(SchemaRow list, SchemaNode node, int number) {
    String title = node.titles().in(Texts.language().locale());
    FieldRef field = list.field().at(number);
    String label = String.valueOf(number);
    return row(field, node, label, title, list.depth() + 1, false, false, 1, 0);
  }

  private SchemaRow row(
      FieldRef field,
      SchemaNode node,
      String label,
      @Nullable String title,
      int depth,
      boolean required,
      boolean expanded,
      int names) {
    int fields = parts(item(node));
    return row(field, node, label, title, depth, required, expanded, names, fields);
  }

  private SchemaRow row(
      FieldRef field,
      SchemaNode node,
      String label,
      @Nullable String title,
      int depth,
      boolean required,
      boolean expanded,
      int names,
      int fields) {
    return new SchemaRow(
        field,
        node,
        label,
        title,
        depth,
        required,
        fields,
        expanded && fields > 0,
        names,
        search.in(label),
        search.in(title));
  }

  private static SchemaRow withExpanded(SchemaRow r, boolean expanded) {
    return new SchemaRow(
        r.field(),
        r.node(),
        r.label(),
        r.title(),
        r.depth(),
        r.required(),
        r.fields(),
        expanded,
        r.names(),
        r.labelHit(),
        r.titleHit());
  }

  /** A child, and with it the only children of only children: {@code FCustId.FNumber}. */
  private record Chain(
      FieldRef field,
      SchemaNode node,
      String label,
      @Nullable String title,
      boolean required,
      int names) {}

  private static Chain chain(FieldRef parent, SchemaNode child) {
    FieldRef field = ref(parent, child);
    SchemaNode node = child;
    StringBuilder label = new StringBuilder(label(child));
    String title = child.titles().in(Texts.language().locale());
    boolean required = child.required();
    int names = 1;
    for (int i = 0; i < 8 && node.type() == FieldType.OBJECT && node.children().size() == 1; i++) {
      SchemaNode only = node.children().getFirst();
      if (only == node) {
        break;
      }
      field = ref(field, only);
      label.append('.').append(label(only));
      title = title != null ? title : only.titles().in(Texts.language().locale());
      required &= only.required();
      node = only;
      names++;
      if (only.type() == FieldType.ARRAY) {
        break;
      }
    }
    return new Chain(field, node, label.toString(), title, required, names);
  }

  private static String label(SchemaNode node) {
    return node.name() + "[]".repeat(node.arrays());
  }

  private static FieldRef ref(FieldRef parent, SchemaNode child) {
    return parent.child(child.name(), child.arrays());
  }

  private static SchemaNode item(SchemaNode node) {
    return node.innermost();
  }

  /** How many rows a group opens to: its fields, or the places of a list that has such. */
  private static int parts(SchemaNode item) {
    return item.isTuple() ? item.places().size() : item.children().size();
  }
}
