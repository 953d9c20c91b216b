package fieldloom.ui.schematree;

import fieldloom.ui.session.Selection;
import java.util.List;
import java.util.Objects;

/** Moves the selection through the rows of a tree, as keys ask. */
public final class RowWalk {
  private final SchemaTreeViewModel tree;

  RowWalk(SchemaTreeViewModel tree) {
    this.tree = tree;
  }

  private List<SchemaRow> rows() {
    return tree.rows();
  }

  /** The row of the selected field; -1 where it is not of this side. */
  public int selectedRow() {
    Selection selection = tree.session().selection();
    return selection.side() == tree.side()
        ? tree.rowOf(Objects.requireNonNull(selection.field()))
        : -1;
  }

  /** Moves the selection by that many rows, within the rows. */
  public void move(int by) {
    if (!rows().isEmpty()) {
      int from = selectedRow();
      int first = (int) (tree.scrollProperty().get() / tree.rowHeight());
      int to = from < 0 ? first : from + by;
      tree.select(rows().get(Math.clamp(to, 0, rows().size() - 1)));
    }
  }

  /** Left: closes the group, or goes up to the parent. */
  public void left() {
    int at = selectedRow();
    if (at < 0) {
      return;
    }
    SchemaRow row = rows().get(at);
    if (row.expanded() && !tree.isFiltered()) {
      tree.toggle(row);
      return;
    }
    for (int i = at - 1; i >= 0; i--) {
      if (rows().get(i).depth() < row.depth()) {
        tree.select(rows().get(i));
        return;
      }
    }
  }

  /** Right: opens the group, or goes to its first field. */
  public void right() {
    int at = selectedRow();
    if (at < 0) {
      return;
    }
    SchemaRow row = rows().get(at);
    if (row.expandable() && !row.expanded()) {
      tree.toggle(row);
    } else if (row.expanded()) {
      move(1);
    }
  }

  /** Selects the next hit of the search. */
  public void nextHit() {
    int from = selectedRow();
    for (int n = 1; n <= rows().size(); n++) {
      SchemaRow row = rows().get(Math.floorMod(from + n, rows().size()));
      if (tree.isHit(row)) {
        tree.select(row);
        return;
      }
    }
  }
}
