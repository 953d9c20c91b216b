package fieldloom.ui.canvas;

import fieldloom.ui.kit.Controls;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks what to put on a value: a list of functions, found by typing. */
final class FunctionPane extends VBox implements Floating {
  private static final double WIDTH = 400;
  private static final int SHOWN = 7;
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private final NodesModel model;
  private final Runnable closed;
  private final Runnable resized;
  private final TextField find = new TextField();
  private final VBox list = new VBox();
  private final Label none = Controls.label("", "fl-muted", "fl-small");
  private List<FunctionChoices.Choice> found = List.of();
  private @Nullable FunctionChoices choices;
  private int first;
  private int selected;
  private double x;
  private double y;

  /**
   * The pane, not shown.
   *
   * @param closed gives the keyboard back
   * @param resized has the pane placed again
   */
  FunctionPane(NodesModel model, Runnable closed, Runnable resized) {
    this.model = model;
    this.closed = closed;
    this.resized = resized;
    getStyleClass().addAll("fl-choice", "fl-functions");
    setVisible(false);
    find.getStyleClass().add("fl-field");
    find.promptTextProperty().bind(Words.bind("functions.find"));
    find.accessibleTextProperty().bind(Words.bind("functions.find"));
    none.textProperty().bind(Words.bind("functions.none"));
    none.getStyleClass().add("fl-functions-none");
    getChildren().addAll(find, list);
    find.textProperty().addListener((o, was, is) -> search());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.insertingProperty().subscribe(this::show);
  }

  private void show(Frame.@Nullable Joint joint) {
    boolean was = isVisible();
    setVisible(joint != null);
    if (joint == null) {
      if (was) {
        closed.run();
      }
      return;
    }
    choices = model.choices();
    find.clear();
    search();
    find.requestFocus();
  }

  private void search() {
    FunctionChoices known = choices;
    if (known != null) {
      found = known.find(find.getText());
      first = 0;
      selected = 0;
      fill();
    }
  }

  private void fill() {
    list.getChildren().clear();
    for (int i = first; i < Math.min(found.size(), first + SHOWN); i++) {
      list.getChildren().add(row(found.get(i), i));
    }
    if (found.isEmpty()) {
      list.getChildren().add(none);
    }
    // Heights are right only once the new rows have their styles.
    applyCss();
    resized.run();
  }

  private VBox row(FunctionChoices.Choice choice, int place) {
    Label name = Controls.label(choice.what(), "fl-choice-name");
    name.setMinWidth(USE_PREF_SIZE);
    Label hint = Controls.label(choice.hint(), "fl-choice-detail");
    hint.setMinWidth(0);
    HBox head = new HBox(4, name, hint);
    head.setAlignment(Pos.BASELINE_LEFT);
    Label help = Controls.label(choice.help(), "fl-muted", "fl-small");
    help.setMinWidth(0);
    VBox row = new VBox(head, help);
    row.getStyleClass().add("fl-function-row");
    row.pseudoClassStateChanged(ON, place == selected);
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setAccessibleText(choice.spoken());
    row.setOnMouseClicked(e -> model.insert(choice.what()));
    return row;
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> model.insertOn(null);
      case ENTER -> {
        if (!found.isEmpty()) {
          model.insert(found.get(selected).what());
        }
      }
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(SHOWN);
      case PAGE_UP -> move(-SHOWN);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    if (!found.isEmpty()) {
      selected = Math.clamp(selected + by, 0, found.size() - 1);
      first = Math.clamp(first, Math.max(0, selected - SHOWN + 1), selected);
      fill();
    }
  }

  void openAt(double atX, double atY) {
    x = atX;
    y = atY;
  }

  /** Lays the list out where it was asked for, inside the canvas. */
  void place(double left, double right, double height, double whole, double text) {
    double wide = WIDTH * text;
    if (isVisible()) {
      double high = prefHeight(wide);
      double least = Math.min(left + 8, whole - wide - 8);
      double most = Math.max(least, right - wide - 8);
      double atX = Math.clamp(x - wide / 2, Math.max(8, least), Math.max(8, most));
      double atY = Math.clamp(y + 16, 8, Math.max(8, height - high - 8));
      resizeRelocate(Math.round(atX), Math.round(atY), wide, high);
    }
  }
}
