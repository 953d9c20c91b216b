package fieldloom.ui.schematree;

import fieldloom.ui.session.FieldRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
  private Consumer<FieldRef> onValue = field -> {};
  private final List<RowCell> cells = new ArrayList<>();
  private final Pane content = new Pane();
  private final Pane head = new Pane();
  private final List<RowCell> pinned = new ArrayList<>();
  private final CrumbBar crumbs;
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
    crumbs = new CrumbBar(this::goTo);
    crumbs.getTransforms().add(larger);
    crumbs.getStyleClass().add("fl-row-cells");
    head.setManaged(false);
    head.getTransforms().add(larger);
    head.getStyleClass().addAll("fl-rows-head", "fl-row-cells");
    getChildren().addAll(content, crumbs, head, bar, editor);
    setClip(clip);
    model.scrollProperty().subscribe(s -> scrolled());
    model.revisionProperty().subscribe(r -> requestLayout());
    model.scaleProperty().subscribe(s -> requestLayout());
    model.stateRevisionProperty().subscribe(r -> requestLayout());
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

  /** Acts on a click on the value of a row, which is selected then. */
  void setOnValue(Consumer<FieldRef> act) {
    onValue = act;
  }

  /** Selects a group of the bar and brings it to the top. */
  private void goTo(SchemaRow row) {
    requestFocus();
    model.select(row);
  }

  private void scrolled() {
    bar.setValue(model.scrollProperty().get());
    requestLayout();
  }

  private void pressed(MouseEvent event) {
    if (event.getTarget() instanceof Node node && (isIn(node, editor) || isIn(node, crumbs))) {
      return;
    }
    requestFocus();
    if (event.getButton() != MouseButton.PRIMARY || event.getTarget() == bar) {
      return;
    }
    int at = model.rowAt(event.getY());
    if (at < 0) {
      return;
    }
    SchemaRow row = model.rows().get(at);
    RowCell cell = cells.isEmpty() ? null : cells.get(at % cells.size());
    if (at >= model.scrolling().frozen() && cell != null && cell.isChevron(event.getX() / unit())) {
      model.toggle(row);
    } else {
      boolean value = cell != null && cell.isValue(event.getX() / unit());
      if (event.isShiftDown()) {
        model.picks().extendTo(at);
        return;
      }
      if (event.isShortcutDown()) {
        model.picks().toggle(at);
        return;
      }
      model.picks().clear();
      model.select(row);
      model.touchStates();
      if (event.getClickCount() == 2) {
        openRow(row);
      } else if (value) {
        onValue.accept(row.field());
      }
    }
  }

  private boolean isIn(Node node, Node ancestor) {
    for (Node n = node; n != null && n != this; n = n.getParent()) {
      if (n == ancestor) {
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
    boolean elsewhere = event.getTarget() instanceof Node node && node != this;
    if (event.isAltDown() || elsewhere) {
      return;
    }
    if ((event.isShortcutDown() || event.isShiftDown()) && mark(event)) {
      event.consume();
    }
    if (event.isShortcutDown() || event.isConsumed()) {
      return;
    }
    boolean known = true;
    KeyCode code = event.getCode();
    int way = way(code);
    if (way != 0) {
      model.walk().move(way);
      event.consume();
      return;
    }
    switch (code) {
      case LEFT -> model.walk().left();
      case RIGHT -> model.walk().right();
      case F2 -> editSelected();
      case ENTER -> known = toHit(event.isShiftDown());
      case ESCAPE -> known = leaveSearch();
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }

  /** How many rows a key goes down; 0 where it does not walk. */
  private int way(KeyCode code) {
    int page = Math.max(1, (int) (getHeight() / model.rowHeight()) - 1);
    return switch (code) {
      case UP -> -1;
      case DOWN -> 1;
      case PAGE_UP -> -page;
      case PAGE_DOWN -> page;
      case HOME -> -model.rowCount();
      case END -> model.rowCount();
      default -> 0;
    };
  }

  /** Shift walks and marks, Ctrl walks and leaves marks; Ctrl Space marks, Ctrl A all rows. */
  private boolean mark(KeyEvent event) {
    int way = way(event.getCode());
    boolean control = event.isShortcutDown();
    if (way != 0) {
      model.walk().move(way, event.isShiftDown());
    } else if (control && event.getCode() == KeyCode.SPACE) {
      model.walk().toggleMark();
    } else if (control && event.getCode() == KeyCode.A) {
      model.picks().all();
    } else {
      return false;
    }
    return true;
  }

  /** From a hit of the search Enter goes to the next; but it ends a link that is being drawn. */
  private boolean toHit(boolean back) {
    if (model.isLinking() || !model.walk().isOnHit()) {
      return false;
    }
    if (back) {
      model.walk().previousHit();
    } else {
      model.walk().nextHit();
    }
    return true;
  }

  private boolean leaveSearch() {
    if (model.isLinking() || !model.filter().isSearched()) {
      return false;
    }
    model.searchProperty().set("");
    return true;
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
    int frozen = model.scrolling().frozen();
    int first = frozen + (int) (scroll / rowHeight);
    int count = model.rowCount();
    for (int i = first; i < first + cells.size(); i++) {
      place(cells.get(i % cells.size()), i, Math.round(i * rowHeight - scroll));
    }
    layoutHead(width, frozen);
    placeEditor(width);
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

  private void place(RowCell cell, int at, double y) {
    cell.setVisible(at < model.rowCount());
    if (cell.isVisible()) {
      SchemaRow row = model.rows().get(at);
      cell.setPinned(at < model.pinnedCount());
      if (cell.show(row, model.stateOf(row))) {
        // Styles come before layout in a pulse; what changes in layout must ask for its own.
        cell.applyCss();
      }
      double unit = unit();
      cell.resizeRelocate(0, y / unit, getWidth() / unit, model.rowHeight() / unit);
    }
  }

  /** Pinned rows and the bar of ancestors, over the rows that scroll. */
  private void layoutHead(double width, int frozen) {
    double rowHeight = model.rowHeight();
    while (pinned.size() < frozen) {
      pinned.add(cell(head));
    }
    for (int i = 0; i < pinned.size(); i++) {
      place(pinned.get(i), i, i * rowHeight);
      pinned.get(i).setVisible(i < frozen);
    }
    head.setVisible(frozen > 0);
    double unit = unit();
    head.resizeRelocate(0, 0, width / unit, frozen * rowHeight / unit);
    int[] above = model.scrolling().crumbs();
    crumbs.setVisible(above.length > 0);
    if (above.length > 0) {
      crumbs.show(Arrays.stream(above).mapToObj(model.rows()::get).toList());
      crumbs.resizeRelocate(0, frozen * rowHeight, width / unit, rowHeight / unit);
    }
  }

  private void placeEditor(double width) {
    SchemaRow row = editor.row();
    if (row != null) {
      double unit = unit();
      double wide = Math.min(EDITOR, width / unit - 16);
      double y = model.middleOf(model.rowOf(row.field())) - model.rowHeight() / 2;
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
      cells.add(cell(content));
    }
  }

  private RowCell cell(Pane into) {
    RowCell cell = new RowCell(model.side());
    cell.setManaged(false);
    into.getChildren().add(cell);
    return cell;
  }

  /** As wide as the widest row in view needs to show its name, its marks and its value. */
  @Override
  protected double computePrefWidth(double height) {
    return Stream.concat(cells.stream(), pinned.stream())
        .filter(RowCell::isVisible)
        .mapToDouble(cell -> cell.neededWidth() * unit())
        .max()
        .orElse(0);
  }
}
