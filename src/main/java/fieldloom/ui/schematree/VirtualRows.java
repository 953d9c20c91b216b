package fieldloom.ui.schematree;

import fieldloom.ui.session.FieldRef;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are in view, on as many cells as fit. A cell keeps its row until that has been
 * scrolled away; only the rows that come into view are laid out anew.
 */
final class VirtualRows extends Region {
  private static final double BAR = 10;
  private static final double EDITOR = 200;

  private final SchemaTreeViewModel model;
  private final List<RowCell> cells = new ArrayList<>();
  private final Pane content = new Pane();
  private final ScrollBar bar = new ScrollBar();
  private final Rectangle clip = new Rectangle();
  private final RowEditor editor;
  private final Scale larger = new Scale();

  VirtualRows(SchemaTreeViewModel model) {
    this.model = model;
    getStyleClass().add("fl-rows");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TREE_VIEW);
    content.setManaged(false);
    content.getStyleClass().add("fl-row-cells");
    content.getTransforms().add(larger);
    bar.setManaged(false);
    bar.setOrientation(Orientation.VERTICAL);
    bar.getStyleClass().add("fl-row-bar");
    bar.setFocusTraversable(false);
    editor = new RowEditor(model, this::requestFocus);
    editor.getTransforms().add(larger);
    getChildren().addAll(content, bar, editor);
    setClip(clip);
    model.scrollProperty().subscribe(s -> scrolled());
    model.revisionProperty().subscribe(r -> requestLayout());
    model.scaleProperty().subscribe(s -> requestLayout());
    model.stateRevisionProperty().subscribe(r -> refreshStates());
    model.editedProperty().subscribe(this::edit);
    bar.valueProperty().subscribe(v -> model.setScroll(v.doubleValue()));
    setOnScroll(
        e -> {
          model.setScroll(model.scrollProperty().get() - e.getDeltaY());
          e.consume();
        });
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** At once, so that styles are settled in the same pulse. */
  private void refreshStates() {
    for (RowCell cell : cells) {
      SchemaRow row = cell.row();
      if (row != null && cell.isVisible()) {
        cell.show(row, model.stateOf(row));
      }
    }
    requestLayout();
  }

  private void scrolled() {
    bar.setValue(model.scrollProperty().get());
    requestLayout();
  }

  private void pressed(MouseEvent event) {
    if (event.getTarget() instanceof Node node && isInEditor(node)) {
      return;
    }
    requestFocus();
    if (event.getButton() != MouseButton.PRIMARY || event.getTarget() == bar) {
      return;
    }
    int at = (int) ((event.getY() + model.scrollProperty().get()) / model.rowHeight());
    if (at < 0 || at >= model.rowCount()) {
      return;
    }
    SchemaRow row = model.rows().get(at);
    RowCell cell = cells.isEmpty() ? null : cells.get(at % cells.size());
    if (cell != null && cell.isChevron(event.getX() / unit())) {
      model.toggle(row);
    } else {
      model.select(row);
      if (event.getClickCount() == 2) {
        openRow(row);
      }
    }
  }

  private boolean isInEditor(Node node) {
    for (Node n = node; n != null && n != this; n = n.getParent()) {
      if (n == editor) {
        return true;
      }
    }
    return false;
  }

  private void openRow(SchemaRow row) {
    if (row.expandable()) {
      model.toggle(row);
    } else {
      edit(row);
    }
  }

  /** Opens the editor of a row whose field takes a fixed value. */
  private void edit(SchemaRow row) {
    if (model.input().takesConstant(row)) {
      editor.open(row);
      requestLayout();
    }
  }

  private void edit(@Nullable FieldRef field) {
    int at = field == null ? -1 : model.rowOf(field);
    if (at >= 0 && model.shows(at, field)) {
      edit(model.rows().get(at));
    }
  }

  private void editSelected() {
    int at = model.walk().selectedRow();
    if (at >= 0) {
      edit(model.rows().get(at));
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.getTarget() == editor) {
      return;
    }
    int page = Math.max(1, (int) (getHeight() / model.rowHeight()) - 1);
    boolean known = true;
    KeyCode code = event.getCode();
    switch (code) {
      case UP -> model.walk().move(-1);
      case DOWN -> model.walk().move(1);
      case PAGE_UP -> model.walk().move(-page);
      case PAGE_DOWN -> model.walk().move(page);
      case HOME -> model.walk().move(-model.rowCount());
      case END -> model.walk().move(model.rowCount());
      case LEFT -> model.walk().left();
      case RIGHT -> model.walk().right();
      case F2 -> editSelected();
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    clip.setWidth(width);
    clip.setHeight(height);
    double unit = unit();
    larger.setX(unit);
    larger.setY(unit);
    content.resizeRelocate(0, 0, width / unit, height / unit);
    model.viewportHeightProperty().set(height);
    double rowHeight = model.rowHeight();
    ensureCells((int) Math.ceil(height / rowHeight) + 1);
    double scroll = model.scrollProperty().get();
    int first = (int) (scroll / rowHeight);
    int count = model.rowCount();
    for (int i = first; i < first + cells.size(); i++) {
      RowCell cell = cells.get(i % cells.size());
      cell.setVisible(i < count);
      if (i < count) {
        SchemaRow row = model.rows().get(i);
        if (cell.show(row, model.stateOf(row))) {
          // Styles come before layout in a pulse; what changes in layout must ask for its own.
          cell.applyCss();
        }
        double y = Math.round(i * rowHeight - scroll);
        cell.resizeRelocate(0, y / unit, width / unit, rowHeight / unit);
      }
    }
    placeEditor(width, scroll);
    boolean needed = count * rowHeight > height;
    bar.setVisible(needed);
    if (needed) {
      bar.setMax(model.maxScroll());
      bar.setVisibleAmount(model.maxScroll() * height / (count * rowHeight));
      bar.setUnitIncrement(rowHeight);
      bar.setBlockIncrement(height);
      bar.resizeRelocate(width - BAR, 0, BAR, height);
    }
  }

  private void placeEditor(double width, double scroll) {
    SchemaRow row = editor.row();
    if (row != null) {
      double y = model.rowOf(row.field()) * model.rowHeight() - scroll;
      double unit = unit();
      double wide = Math.min(EDITOR, width / unit - 16);
      editor.resizeRelocate(
          width - (wide + 8) * unit, y + 2 * unit, wide, model.rowHeight() / unit - 4);
    }
  }

  /** Cells are laid out in their own pixels and drawn so many times as large. */
  private double unit() {
    return model.scaleProperty().get().unit();
  }

  private void ensureCells(int needed) {
    while (cells.size() < needed) {
      RowCell cell = new RowCell(model.side());
      cell.setManaged(false);
      cells.add(cell);
      content.getChildren().add(cell);
    }
  }
}
