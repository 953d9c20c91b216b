package fieldloom.ui.session;

import java.util.List;
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

  /** How many fields without parts the group of a row has, open or not; 1 of a row without. */
  int fieldsIn(int row);

  /** How many of these are filled or read by a rule. */
  int mappedIn(int row);

  /**
   * The height of a row's middle in the part that shows rows. Pinned rows and the ancestors of the
   * first row stay at its top; all others go with the scrolling, also out of it.
   */
  double middleOf(int row);

  /** Whether a row is scrolled away upwards, be it under rows that stay at the top. */
  boolean isAbove(int row);

  /** How much of the top of the part that shows rows does not scroll. */
  double inset();

  /** The row at a height in the part that shows rows; -1 where there is none. */
  int rowAt(double y);

  /** How far the rows are scrolled up. */
  DoubleProperty scrollProperty();

  /** Height of the part that shows rows. */
  DoubleProperty viewportHeightProperty();

  /** Counts up whenever rows appear, go or move. */
  ReadOnlyIntegerProperty revisionProperty();

  /**
   * The fields that are searched for or are of the kind that is shown, in the order of their rows;
   * none where all are shown.
   */
  List<FieldRef> found();

  /**
   * The fields whose rows are marked together, in the order of their rows; the selected one alone
   * where no others are marked, none where no row is selected. What is not shown is not among them.
   */
  List<FieldRef> marked();

  /** Whether a field is held at the top of the tree. */
  boolean isPinned(FieldRef field);

  /**
   * Holds a field at the top of the tree, or lets it go.
   *
   * @return whether it could be done: fields that have parts are not held
   */
  boolean togglePin(FieldRef field);

  /** While a link is drawn: shows which fields it may end on; null when none is drawn any more. */
  void showFitting(@Nullable Predicate<FieldRef> fits);

  /** Opens the editor in a field's row, where the field takes a fixed value. */
  void edit(FieldRef field);

  /** Scrolls so that a field's row is seen, opening its ancestors. */
  void reveal(FieldRef field);
}
