package fieldloom.ui.schematree;

import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.FieldRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Flattens schemas into rows. Only what is open is visited, so a recursive schema costs nothing
 * until it is opened; a search visits each schema node once on each way down.
 */
final class SchemaRows {
  /** A schema opens by itself until it shows this many rows. */
  private static final int OPEN_AT_FIRST = 400;

  private static final int OPEN_DEPTH = 4;

  private final Map<String, SchemaTree> documents = new LinkedHashMap<>();
  private final Set<FieldRef> open = new HashSet<>();
  private List<SchemaRow> rows = List.of();
  private Map<FieldRef, Integer> index = Map.of();
  private final FieldSearch search = new FieldSearch();
  private List<RowTree> trees = List.of();
  private final Map<FieldRef, Boolean> toggled = new HashMap<>();
  private Predicate<SchemaRow> filter = row -> true;
  private boolean filtered;
  private Set<FieldRef> kept = Set.of();
  private List<FieldRef> pins = List.of();
  private Set<FieldRef> pinned = Set.of();
  private int[] parents = {};
  private int hits;

  void setDocuments(Map<String, SchemaTree> value) {
    Map<String, SchemaTree> before = new LinkedHashMap<>(documents);
    documents.clear();
    documents.putAll(value);
    trees = grow();
    value.forEach(
        (name, tree) -> {
          if (before.get(name) != tree) {
            openAtFirst(FieldRef.root(name), tree.root());
          }
        });
    rebuild();
  }

  /** The rows of the documents, none of them made yet but the first. */
  List<RowTree> grow() {
    RowMaker maker = new RowMaker(Texts.language().locale());
    List<RowTree> grown = new ArrayList<>();
    documents.forEach(
        (name, tree) -> {
          String title = tree.title(maker.language());
          grown.add(RowTree.of(maker.root(name, tree.root(), title), maker));
        });
    return grown;
  }

  /** Takes rows of the same documents that were made elsewhere. */
  void take(List<RowTree> made) {
    trees = made;
  }

  /** Takes the titles of the window's language. */
  void retitle() {
    trees = grow();
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
      SchemaNode object = RowMaker.item(next.getValue());
      int fields = RowMaker.parts(object);
      boolean isRoot = next.getKey().isRoot();
      boolean tooMuch = shown + fields > OPEN_AT_FIRST || next.getKey().path().size() > OPEN_DEPTH;
      if (fields == 0 || !isRoot && tooMuch || !seen.add(object)) {
        continue;
      }
      shown += fields;
      open.add(next.getKey());
      for (SchemaNode child : object.children()) {
        RowMaker.Chain chain = RowMaker.chain(next.getKey(), child);
        queue.add(Map.entry(chain.field(), chain.node()));
      }
    }
  }

  /**
   * Shows only rows whose name or title holds the text and which pass the filter.
   *
   * @param alsoShown fields that are shown though they are not looked for
   */
  void setFilter(String text, boolean active, Predicate<SchemaRow> value, Set<FieldRef> alsoShown) {
    search.type(text);
    filter = value;
    filtered = active || !search.isEmpty();
    kept = Set.copyOf(alsoShown);
    rebuild();
  }

  /** Groups that were opened or closed among what is looked for are so no more. */
  void forgetToggled() {
    toggled.clear();
  }

  /** Holds fields at the top; those that the schemas do not have, or that have parts, are not. */
  void setPins(List<FieldRef> value) {
    pins = List.copyOf(value);
  }

  /** How many of the first rows are pinned ones. */
  int pinnedRows() {
    return pinned.size();
  }

  /** How many rows are looked for, where only some are shown. */
  int hits() {
    return hits;
  }

  /** The row of the group that a row is in; -1 where it is in none that is shown. */
  int parentOf(int row) {
    return parents[row];
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
    boolean changed = value ? open.add(field) : open.remove(field);
    if (filtered) {
      changed |= !Boolean.valueOf(value).equals(toggled.put(field, value));
    }
    if (changed) {
      rebuild();
    }
  }

  /** Opens all that hides a field. */
  void openTo(FieldRef field) {
    boolean changed = false;
    for (FieldRef at = field; !at.isRoot(); at = at.parent()) {
      changed |= open.add(at.parent());
      if (filtered) {
        changed |= !Boolean.TRUE.equals(toggled.put(at.parent(), true));
      }
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
    FieldCounts counts = new FieldCounts();
    documents.forEach(
        (name, tree) -> count(FieldRef.root(name), tree.root(), counts, new HashSet<>(), 0));
    return counts;
  }

  private static void count(
      FieldRef parent, SchemaNode node, FieldCounts counts, Set<SchemaNode> above, int depth) {
    SchemaNode object = RowMaker.item(node);
    if (depth > RowTree.SEARCH_DEPTH
        || counts.fields() >= RowTree.MOST_KEPT
        || !above.add(object)) {
      return;
    }
    int from = counts.fields();
    for (int place = 1; place <= object.places().size(); place++) {
      counts.add(parent.at(place), false);
    }
    for (SchemaNode child : object.children()) {
      RowMaker.Chain chain = RowMaker.chain(parent, child);
      if (RowMaker.parts(RowMaker.item(chain.node())) == 0) {
        counts.add(chain.field(), chain.required());
      } else {
        count(chain.field(), chain.node(), counts, above, depth + 1);
      }
    }
    counts.close(parent, from);
    above.remove(object);
  }

  private void rebuild() {
    hits = 0;
    List<SchemaRow> built = new ArrayList<>();
    addPinned(built);
    for (RowTree tree : trees) {
      if (filtered) {
        search(tree, built, new HashSet<>());
      } else {
        add(tree, built, open::contains);
      }
    }
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
    parents = parents(rows, pinned.size());
  }

  private void addPinned(List<SchemaRow> built) {
    Set<FieldRef> found = new LinkedHashSet<>();
    for (FieldRef pin : pins) {
      trees.stream()
          .filter(tree -> tree.row().field().document().equals(pin.document()))
          .map(tree -> tree.pinned(pin))
          .filter(Objects::nonNull)
          .filter(row -> found.add(row.field()))
          .map(row -> search.mark(row, RowTexts.of(row)))
          .forEach(built::add);
    }
    pinned = found;
  }

  private static int[] parents(List<SchemaRow> rows, int from) {
    int[] parents = new int[rows.size()];
    Arrays.fill(parents, -1);
    Deque<Integer> above = new ArrayDeque<>();
    for (int i = from; i < parents.length; i++) {
      while (!above.isEmpty() && rows.get(above.peek()).depth() >= rows.get(i).depth()) {
        above.pop();
      }
      parents[i] = above.isEmpty() ? -1 : above.peek();
      above.push(i);
    }
    return parents;
  }

  private void add(RowTree tree, List<SchemaRow> built, Predicate<FieldRef> opened) {
    if (isPinned(tree.row())) {
      return;
    }
    SchemaRow row = search.mark(tree).withExpanded(opened.test(tree.row().field()));
    built.add(row);
    if (row.expanded()) {
      for (RowTree child : tree.under()) {
        add(child, built, opened);
      }
    }
  }

  /**
   * Adds the row if it or something under it is looked for.
   *
   * @param above nodes on the way down
   */
  private boolean search(RowTree tree, List<SchemaRow> built, Set<SchemaNode> above) {
    SchemaRow row = search.mark(tree).withExpanded(true);
    boolean wanted = search.finds(row, tree::texts) && filter.test(row);
    hits += wanted ? 1 : 0;
    if (isPinned(row)) {
      return false;
    }
    int at = built.size();
    built.add(row);
    boolean inner = false;
    if (at + 1 < RowTree.MOST_KEPT && tree.enter(above)) {
      for (RowTree child : tree.under()) {
        inner |= search(child, built, above);
      }
      tree.leave(above);
    }
    if (!wanted && !inner && !isKept(row)) {
      built.subList(at, built.size()).clear();
      return false;
    }
    Boolean asked = toggled.get(row.field());
    if (inner && Boolean.FALSE.equals(asked)) {
      built.subList(at, built.size()).clear();
      built.add(row.withExpanded(false));
    } else if (!inner && row.expandable()) {
      // A group that is hit itself and has no hit inside is closed until it is asked for.
      built.set(at, row.withExpanded(Boolean.TRUE.equals(asked)));
      if (Boolean.TRUE.equals(asked)) {
        tree.under().forEach(child -> add(child, built, this::isAskedFor));
      }
    }
    return true;
  }

  private boolean isAskedFor(FieldRef group) {
    return Boolean.TRUE.equals(toggled.get(group));
  }

  private boolean isPinned(SchemaRow row) {
    return !pinned.isEmpty() && pinned.contains(row.field());
  }

  private boolean isKept(SchemaRow row) {
    if (kept.isEmpty()) {
      return false;
    }
    FieldRef at = row.field();
    for (int n = 1; n < row.names() && !kept.contains(at); n++) {
      at = at.parent();
    }
    return kept.contains(at);
  }

  /** Whether a row is one that is looked for. */
  boolean isHit(SchemaRow row) {
    return row.depth() > 0 && search.finds(row, () -> RowTexts.of(row)) && filter.test(row);
  }
}
