package fieldloom.ui.schematree;

import fieldloom.ui.session.FieldRef;
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
      tree.picks().clear();
      tree.select(rows().get(reached(by)));
    }
  }

  /** Moves the selection and marks the rows on the way, or leaves those marked that are. */
  void move(int by, boolean marking) {
    if (rows().isEmpty()) {
      return;
    }
    if (marking) {
      tree.picks().extendTo(reached(by));
    } else {
      tree.picks().go(reached(by));
    }
  }

  private int reached(int by) {
    int from = selectedRow();
    int to = from < 0 ? tree.firstRow() : from + by;
    return Math.clamp(to, 0, rows().size() - 1);
  }

  /** Marks the selected row beside others, or takes its mark away. */
  void toggleMark() {
    int at = selectedRow();
    if (at >= 0) {
      tree.picks().toggle(at);
    }
  }

  /** Left: closes the group, or goes up to the parent. */
  public void left() {
    int at = selectedRow();
    if (at < 0) {
      return;
    }
    SchemaRow row = rows().get(at);
    if (row.expanded() && !tree.filter().isActive()) {
      tree.toggle(row);
      return;
    }
    FieldRef up = row.field();
    for (int i = 0; i < row.names() && !up.isRoot(); i++) {
      up = up.parent();
    }
    int parent = tree.rowOf(up);
    if (parent >= 0 && parent != at) {
      tree.select(rows().get(parent));
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

  /** Selects the next hit of the search, behind the last the first again. */
  public void nextHit() {
    toHit(1);
  }

  /** Selects the hit before, before the first the last. */
  public void previousHit() {
    toHit(-1);
  }

  private void toHit(int step) {
    int from = selectedRow();
    for (int n = 1; n <= rows().size(); n++) {
      int at = Math.floorMod((from < 0 && step < 0 ? 0 : from) + n * step, rows().size());
      if (tree.filter().isHit(rows().get(at))) {
        tree.select(rows().get(at));
        return;
      }
    }
  }

  /** Whether the selected row is one that is searched for. */
  public boolean isOnHit() {
    int at = selectedRow();
    return at >= 0 && tree.filter().isSearched() && tree.filter().isHit(rows().get(at));
  }
}
