package fieldloom.ui.schematree;

import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.LayoutFields;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.ViewEdit;
import java.util.List;

/** The fields that are held at the top of a tree, as the mapping keeps them. */
final class PinnedRows {
  private final EditorSession session;
  private final Side side;
  private final SchemaRows rows;

  PinnedRows(EditorSession session, Side side, SchemaRows rows) {
    this.session = session;
    this.side = side;
    this.rows = rows;
  }

  /** All that the mapping names, also such as no schema has. */
  List<FieldRef> fields() {
    return LayoutFields.pins(session.mapping(), side);
  }

  /** Whether a field can be held: it is in a schema and has no parts. */
  private boolean canPin(FieldRef field) {
    int row = rows.rowOf(field);
    return row >= 0 && rows.shows(row, field) && !rows.rows().get(row).expandable();
  }

  boolean isPinned(FieldRef field) {
    return fields().contains(held(field));
  }

  /** Of a chain that shares a row the deepest. */
  private FieldRef held(FieldRef field) {
    return canPin(field) ? rows.rows().get(rows.rowOf(field)).field() : field;
  }

  /**
   * Holds a field, or lets it go.
   *
   * @return whether it could be done
   */
  boolean toggle(FieldRef field) {
    boolean on = !isPinned(field);
    if (on && !canPin(field)) {
      return false;
    }
    session.apply(new ViewEdit.Pin(side, held(field), on));
    return true;
  }
}
