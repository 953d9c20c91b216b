package fieldloom.ui.schematree;

import fieldloom.model.SchemaNode;
import fieldloom.ui.session.FieldRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row with the rows under it: made when they are first asked for, and kept, so that a search
 * makes them once and not with each key. Of one thread at a time.
 */
final class RowTree {
  /** A search goes no deeper. */
  static final int SEARCH_DEPTH = 24;

  /** So many rows are kept; those of a schema that has more are made anew each time. */
  static final int MOST_KEPT = 60_000;

  private final SchemaRow row;
  private final RowMaker maker;
  private final Room room;
  private @Nullable List<RowTree> under;
  private @Nullable RowTexts texts;

  /** How many rows have been kept. */
  private static final class Room {
    private int kept;
  }

  private RowTree(SchemaRow row, RowMaker maker, Room room) {
    this.row = row;
    this.maker = maker;
    this.room = room;
  }

  /** The tree under the row of a document. */
  static RowTree of(SchemaRow root, RowMaker maker) {
    return new RowTree(root, maker, new Room());
  }

  /** The row, closed and without hits. */
  SchemaRow row() {
    return row;
  }

  /** The rows right under it. */
  List<RowTree> under() {
    List<RowTree> known = under;
    if (known == null) {
      known = maker.children(row).stream().map(child -> new RowTree(child, maker, room)).toList();
      if (room.kept + known.size() <= MOST_KEPT) {
        room.kept += known.size();
        under = known;
      }
    }
    return known;
  }

  /** The row of a field that is held at the top; null where it has parts or is not there. */
  @Nullable SchemaRow pinned(FieldRef field) {
    RowTree at = this;
    while (at != null && !at.row.field().equals(field)) {
      at =
          at.under().stream()
              .filter(child -> field.isIn(child.row.field()))
              .findFirst()
              .orElse(null);
    }
    return at == null || at.row.depth() == 0 || at.row.expandable() ? null : maker.pinned(at.row);
  }

  /** What a search looks at. */
  RowTexts texts() {
    RowTexts known = texts;
    if (known == null) {
      known = RowTexts.of(row);
      texts = known;
    }
    return known;
  }

  /**
   * Whether a search goes into it.
   *
   * @param above nodes on the way down: a schema that contains itself is not searched again; takes
   *     up this one's where the answer is yes
   */
  boolean enter(Set<SchemaNode> above) {
    return row.expandable() && row.depth() < SEARCH_DEPTH && above.add(RowMaker.item(row.node()));
  }

  /** Goes out of it again. */
  void leave(Set<SchemaNode> above) {
    above.remove(RowMaker.item(row.node()));
  }

  /**
   * Makes all that a search comes by, as far as it is kept. Ends early once its thread is
   * interrupted.
   */
  void prepare() {
    prepare(new HashSet<>());
  }

  private void prepare(Set<SchemaNode> above) {
    texts();
    boolean goesOn = room.kept < MOST_KEPT && !Thread.currentThread().isInterrupted();
    if (goesOn && enter(above)) {
      under().forEach(child -> child.prepare(above));
      leave(above);
    }
  }
}
