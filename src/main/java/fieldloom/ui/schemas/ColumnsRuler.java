package fieldloom.ui.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.schema.fixed.FixedColumns;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The first lines of a sample with the bounds of their columns: a bound is dragged or moved with
 * the arrows, Delete takes it away, a double click sets a new one, Insert halves a column.
 */
final class ColumnsRuler extends VBox {
  private static final int MOST_LINES = 6;
  private static final double HEAD_EM = 1.67;
  private static final double LINE_EM = 1.5;
  private static final double GRIP_PX = 9;
  private static final double LEFT_PX = 6;
  private static final double BAR_PX = 14;

  private final Consumer<JsonNode> changed;
  private final Pane lines = new Pane();

  /** Has the size of text that the lines have. */
  private final Label measure = Controls.label("", "fl-mono");

  private FixedColumns columns;

  /**
   * @param changed gets the kinds of lines after each change
   */
  ColumnsRuler(FixedColumns columns, Consumer<JsonNode> changed) {
    this.columns = columns;
    this.changed = changed;
    getStyleClass().add("fl-ruler");
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFocusTraversable(false);
    // Room for the bar below, where lines are longer than the dialog is wide.
    scroll.minHeightProperty().bind(lines.minHeightProperty().add(BAR_PX));
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    Label hint = Controls.label("", "fl-muted", "fl-small");
    hint.textProperty().bind(Words.bind("ruler.hint"));
    hint.setWrapText(true);
    lines.setAccessibleRole(AccessibleRole.TEXT);
    lines.setOnMouseClicked(this::split);
    hint.setMinHeight(USE_PREF_SIZE);
    measure.setManaged(false);
    measure.setVisible(false);
    getChildren().addAll(scroll, hint, measure);
    setSpacing(4);
    setPadding(new Insets(0));
    measure.fontProperty().subscribe(font -> fill());
  }

  /** Shows what was changed elsewhere. */
  void show(FixedColumns other) {
    columns = other;
    fill();
  }

  private double em() {
    return measure.getFont().getSize();
  }

  private double step() {
    return TextWidth.mono("0", em());
  }

  private double x(int position) {
    return LEFT_PX + (position - 1) * step();
  }

  private int position(double x) {
    return (int) Math.round((x - LEFT_PX) / step()) + 1;
  }

  private void fill() {
    int shown = Math.min(MOST_LINES, columns.lines().count());
    double high = em() * (HEAD_EM + shown * LINE_EM) + 4;
    lines.getChildren().clear();
    lines.setMinSize(x(columns.lines().width() + 1) + LEFT_PX, high);
    List<Region> grips = new ArrayList<>();
    for (int i = 0; i < columns.columns().size(); i++) {
      FixedColumns.Column column = columns.columns().get(i);
      int end =
          i + 1 < columns.columns().size()
              ? columns.columns().get(i + 1).at()
              : Math.max(columns.lines().width() + 1, column.at() + column.length());
      lines.getChildren().add(ground(column, end, high, i % 2 == 1));
      add(column.name(), column.at(), end, 0, "fl-ruler-name");
      for (int line = 0; line < shown; line++) {
        String text = columns.lines().text(line, column.at(), end);
        add(text, column.at(), end, em() * (HEAD_EM + line * LINE_EM), "fl-mono");
      }
      if (i > 0) {
        grips.add(grip(i, column, high));
      }
    }
    lines.getChildren().addAll(grips);
  }

  private Region ground(FixedColumns.Column column, int end, double high, boolean odd) {
    Region ground = new Region();
    ground.getStyleClass().add(odd ? "fl-ruler-odd" : "fl-ruler-even");
    ground.setMouseTransparent(true);
    ground.resizeRelocate(x(column.at()), 0, (end - column.at()) * step(), high);
    ground.setManaged(false);
    return ground;
  }

  private void add(String text, int from, int to, double y, String styleClass) {
    Label label = Controls.label(text, styleClass);
    label.setMouseTransparent(true);
    label.setManaged(false);
    double high = em() * (y == 0 ? HEAD_EM : LINE_EM);
    label.resizeRelocate(x(from), y, (to - from) * step(), high);
    lines.getChildren().add(label);
  }

  private Region grip(int index, FixedColumns.Column column, double high) {
    Region grip = new Region();
    grip.getStyleClass().add("fl-ruler-grip");
    grip.setManaged(false);
    grip.resizeRelocate(x(column.at()) - GRIP_PX / 2, 0, GRIP_PX, high);
    grip.setCursor(Cursor.H_RESIZE);
    grip.setFocusTraversable(true);
    grip.setAccessibleRole(AccessibleRole.SLIDER);
    grip.setAccessibleText(Words.get("ruler.bound", column.name(), column.at()));
    grip.setOnMousePressed(
        e -> {
          grip.requestFocus();
          e.consume();
        });
    grip.setOnMouseDragged(
        e -> {
          int to = position(lines.sceneToLocal(e.getSceneX(), e.getSceneY()).getX());
          grip.setLayoutX(x(columns.move(index, to).columns().get(index).at()) - GRIP_PX / 2);
          e.consume();
        });
    grip.setOnMouseReleased(
        e -> {
          int to = position(lines.sceneToLocal(e.getSceneX(), e.getSceneY()).getX());
          take(columns.move(index, to), index);
          e.consume();
        });
    grip.setOnMouseClicked(MouseEvent::consume);
    grip.setOnKeyPressed(e -> key(e, index, column));
    return grip;
  }

  private void key(KeyEvent event, int index, FixedColumns.Column column) {
    switch (event.getCode()) {
      case LEFT -> take(columns.move(index, column.at() - 1), index);
      case RIGHT -> take(columns.move(index, column.at() + 1), index);
      case DELETE, BACK_SPACE -> take(columns.join(index - 1), Math.max(1, index - 1));
      case INSERT -> take(columns.split(column.at() + Math.max(1, column.length() / 2)), index + 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void split(MouseEvent event) {
    if (event.getClickCount() == 2) {
      take(columns.split(position(event.getX())), 1);
    }
  }

  private void take(FixedColumns now, int focus) {
    if (now.equals(columns)) {
      fill();
      focus(focus);
      return;
    }
    columns = now;
    fill();
    focus(focus);
    changed.accept(now.options().path("records"));
  }

  private void focus(int index) {
    lines.getChildren().stream()
        .filter(node -> node.getStyleClass().contains("fl-ruler-grip"))
        .skip(Math.max(0, index - 1))
        .findFirst()
        .ifPresent(javafx.scene.Node::requestFocus);
  }
}
