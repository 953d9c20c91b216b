package fieldloom.ui.session;

import java.util.function.Predicate;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a tree as the canvas between the trees sees them: which field is on which row, and
 * where the rows are scrolled to. All rows have one height. Lengths are pixels.
 */
public interface RowStrip {

  /** The row of a field, or of its nearest ancestor that has one; -1 where neither has. */
  int rowOf(FieldRef field);

  /** The field of a row. */
  FieldRef fieldOf(int row);

  /** Whether the row shows exactly this field rather than an ancestor of it. */
  boolean shows(int row, FieldRef field);

  int rowCount();

  double rowHeight();

  /** How large rows are drawn. */
  ObjectProperty<RowScale> scaleProperty();

  /** The last row of the field's own and its descendants' visible rows. */
  int lastRowUnder(int row);

  /** How many fields the group of a row has, open or not; 0 for a row without parts. */
  int fieldsUnder(int row);

  /** How far the rows are scrolled up. */
  DoubleProperty scrollProperty();

  /** Height of the part that shows rows. */
  DoubleProperty viewportHeightProperty();

  /** Counts up whenever rows appear, go or move. */
  ReadOnlyIntegerProperty revisionProperty();

  /** While a link is drawn: shows which fields it may end on; null when none is drawn any more. */
  void showFitting(@Nullable Predicate<FieldRef> fits);

  /** Opens the editor in a field's row, where the field takes a fixed value. */
  void edit(FieldRef field);

  /** Scrolls so that a field's row is seen, opening its ancestors. */
  void reveal(FieldRef field);
}
