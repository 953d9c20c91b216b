package fieldloom.ui.schematree;

import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a tree that are marked together. One of them is the selected one. */
final class RowPicks {
  private final SchemaTreeViewModel tree;
  private final Set<FieldRef> marked = new HashSet<>();
  private @Nullable FieldRef anchor;
  private boolean moving;

  RowPicks(SchemaTreeViewModel tree) {
    this.tree = tree;
  }

  /** Whether a row is marked with others. */
  boolean has(FieldRef field) {
    return marked.size() > 1 && marked.contains(field);
  }

  /** How many rows are marked; 0 where at most one is. */
  int count() {
    return marked.size() > 1 ? marked.size() : 0;
  }

  /** In the order of rows; the selected one alone where none are. */
  List<FieldRef> fields() {
    List<FieldRef> seen =
        tree.rows().stream().map(SchemaRow::field).filter(this::has).distinct().toList();
    FieldRef selected = selected();
    return !seen.isEmpty() ? seen : selected == null ? List.of() : List.of(selected);
  }

  private @Nullable FieldRef selected() {
    Selection selection = tree.session().selection();
    return selection.side() == tree.side() ? selection.field() : null;
  }

  /** What is selected elsewhere is selected alone. */
  void selected(Selection selection) {
    boolean one = selection.side() == tree.side() && has(Objects.requireNonNull(selection.field()));
    if (!moving && !one) {
      clear();
    }
  }

  /** Marks none; what is selected stays so. */
  void clear() {
    marked.clear();
    anchor = null;
  }

  /** Marks the rows from where marking began to that one. */
  void extendTo(int row) {
    FieldRef from = anchor != null ? anchor : selected();
    int start = from == null ? row : tree.rowOf(from);
    FieldRef begun = start < 0 || from == null ? tree.fieldOf(row) : from;
    marked.clear();
    int first = Math.min(start < 0 ? row : start, row);
    int last = Math.max(start, row);
    for (int i = first; i <= last; i++) {
      add(tree.fieldOf(i));
    }
    anchor = begun;
    go(row);
  }

  /** Marks a row beside those that are, or takes its mark away. */
  void toggle(int row) {
    FieldRef field = tree.fieldOf(row);
    FieldRef selected = selected();
    if (marked.isEmpty() && selected != null && !selected.equals(field)) {
      add(selected);
    }
    anchor = field;
    if (marked.size() > 1 && marked.remove(field)) {
      tree.rows().stream()
          .map(SchemaRow::field)
          .filter(marked::contains)
          .reduce((first, last) -> last)
          .ifPresentOrElse(last -> go(tree.rowOf(last)), () -> go(row));
    } else {
      add(field);
      go(row);
    }
  }

  /** Moves the selection and leaves the marks. */
  void go(int row) {
    moving = true;
    tree.select(tree.rows().get(row));
    moving = false;
    tree.touchStates();
  }

  /** Marks all rows that are shown. */
  void all() {
    marked.clear();
    tree.rows().forEach(row -> add(row.field()));
    tree.touchStates();
  }

  /** The record itself is none of its fields. */
  private void add(FieldRef field) {
    if (!field.isRoot()) {
      marked.add(field);
    }
  }
}
