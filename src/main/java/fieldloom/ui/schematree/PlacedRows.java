package fieldloom.ui.schematree;

import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RowScale;
import fieldloom.ui.session.RowStrip;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The rows of a tree, and where they show. */
abstract class PlacedRows implements RowStrip {
  /** Pixels at 100 %; 24 compact and 34 comfortable are the other densities. */
  public static final double ROW_HEIGHT = 28;

  /** The rows themselves. */
  final SchemaRows model = new SchemaRows();

  private final ObjectProperty<RowScale> scale = new SimpleObjectProperty<>(RowScale.FULL);
  private final RowScroll scroll = new RowScroll(model, this::rowHeight);

  public List<SchemaRow> rows() {
    return model.rows();
  }

  /** Scrolls so that a row is the first of those that scroll. */
  public void scrollToTop(int row) {
    scroll.toTop(row);
  }

  /** The first row of those that scroll that is wholly in view; behind the last where none is. */
  public int firstRow() {
    return scroll.first();
  }

  public void setScroll(double value) {
    scroll.set(value);
  }

  public double maxScroll() {
    return scroll.most();
  }

  /** Where the rows show. */
  RowScroll scrolling() {
    return scroll;
  }

  @Override
  public int rowOf(FieldRef field) {
    return model.rowOf(field);
  }

  @Override
  public FieldRef fieldOf(int row) {
    return rows().get(row).field();
  }

  @Override
  public boolean shows(int row, FieldRef field) {
    return model.shows(row, field);
  }

  @Override
  public int rowCount() {
    return rows().size();
  }

  @Override
  public double rowHeight() {
    return scale.get().rowHeight(ROW_HEIGHT);
  }

  @Override
  public ObjectProperty<RowScale> scaleProperty() {
    return scale;
  }

  @Override
  public int lastRowUnder(int row) {
    if (row < model.pinnedRows()) {
      return row;
    }
    int depth = rows().get(row).depth();
    int at = row;
    while (at + 1 < rows().size() && rows().get(at + 1).depth() > depth) {
      at++;
    }
    return at;
  }

  @Override
  public double middleOf(int row) {
    return scroll.middleOf(row);
  }

  @Override
  public boolean isAbove(int row) {
    return scroll.isAbove(row);
  }

  @Override
  public double inset() {
    return scroll.inset();
  }

  @Override
  public int rowAt(double y) {
    return scroll.rowAt(y);
  }

  @Override
  public DoubleProperty scrollProperty() {
    return scroll.scrollProperty();
  }

  @Override
  public DoubleProperty viewportHeightProperty() {
    return scroll.viewportHeightProperty();
  }

  int pinnedCount() {
    return model.pinnedRows();
  }
}
