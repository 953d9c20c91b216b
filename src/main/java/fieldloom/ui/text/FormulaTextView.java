package fieldloom.ui.text;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Loading;
import fieldloom.ui.kit.ProposingField;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.FieldRef;
import java.util.List;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** All rules as text: a line each, a loop with its items as a block. */
public final class FormulaTextView extends VBox {
  private final FormulaTextViewModel model;
  private final ListView<Line> list;
  private final LineEditor editor;
  private final TextHead head;
  private final Label nothing = Controls.label("", "fl-muted");
  private final FlowPane actions = new FlowPane(8, 8);
  private final Button all = Controls.button(Words.bind("show.again"), Feather.LIST);
  private Runnable fixes = () -> {};
  private final Button leave = Controls.button(Words.bind("back.focus"), Feather.CROSSHAIR);
  private final Button pages = Controls.button(Words.bind("back.page"), Feather.LAYERS);

  /**
   * @param formulas makes a field for the formula of a target field that proposes over a pane
   */
  public FormulaTextView(
      FormulaTextViewModel model, BiFunction<FieldRef, Pane, ProposingField> formulas) {
    this.model = model;
    getStyleClass().add("fl-lines-view");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, FormulaTextView.class, "text.css");
              }
            });
    list = new ListView<>(model.lines());
    list.getStyleClass().add("fl-lines");
    list.accessibleTextProperty().bind(Words.bind("lines"));
    list.setCellFactory(view -> new LineCell(model));
    list.setPlaceholder(placeholder());
    Pane over = new Pane();
    over.setPickOnBounds(false);
    editor = new LineEditor(list, model, over, formulas);
    head = new TextHead(model, this::focusLines);
    Loading loading = new Loading(model.session().schemasLoadingProperty(), Words.bind("loading"));
    loading.setMouseTransparent(true);
    StackPane body = new StackPane(list, loading, over);
    StackPane.setAlignment(loading, Pos.TOP_LEFT);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    getChildren().addAll(head, body);
    list.setContextMenu(TextMenu.of(editor::open, () -> fixes.run(), this::copy, model::delete));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
    list.addEventFilter(ScrollEvent.SCROLL, e -> Platform.runLater(editor::place));
    addEventHandler(KeyEvent.KEY_PRESSED, this::find);
    list.getSelectionModel().selectedIndexProperty().subscribe(at -> model.select(at.intValue()));
    model.selectedProperty().subscribe(at -> showSelected(at.intValue()));
    model.revisionProperty().subscribe(r -> redraw());
    redraw();
    Texts.follow(this, FormulaTextView::redraw);
  }

  private VBox placeholder() {
    nothing.setWrapText(true);
    all.setOnAction(
        e -> {
          model.searchProperty().set("");
          model.allProperty().set(true);
          focusLines();
        });
    actions.setAlignment(Pos.CENTER);
    back(leave, model.lens()::leaveFocus);
    back(pages, model.lens()::showAll);
    VBox empty = new VBox(12, Icons.large(Feather.CODE), nothing, all, leave, pages, actions);
    empty.setAlignment(Pos.CENTER);
    empty.getStyleClass().add("fl-lines-empty");
    return empty;
  }

  private void back(Button button, Runnable action) {
    button.setOnAction(
        e -> {
          action.run();
          focusLines();
        });
  }

  /** Shows beside the chips what of the mapping is looked at. */
  public void setLens(Node chip) {
    head.setLens(chip);
  }

  /** What can be done where there is no schema of the target. */
  public void setEmptyActions(List<? extends Node> nodes) {
    actions.getChildren().setAll(nodes);
  }

  /** What shows the quick fixes of the selected line. */
  public void setFixes(Runnable value) {
    fixes = value;
  }

  private void redraw() {
    String typed = model.searchProperty().get().strip();
    boolean fields = model.count(true) > 0;
    boolean focused = model.lens().isFocused();
    boolean page = !focused && model.lens().pageProperty().get() != null;
    String none = focused ? "nothing.focus" : page ? "nothing.page" : "nothing.rules";
    nothing.setText(
        !typed.isEmpty()
            ? Words.get("nothing.typed", typed)
            : Words.get(model.isEmpty() ? "empty.schema" : none));
    show(all, fields);
    show(leave, focused);
    show(pages, page);
    show(actions, model.isEmpty() && !model.hasSchema());
    // The cells stay: an editor may lie over one of them.
    list.lookupAll(".list-cell").stream()
        .filter(LineCell.class::isInstance)
        .forEach(cell -> ((LineCell) cell).redraw());
    showSelected(model.selectedProperty().get());
  }

  private static void show(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }

  private void showSelected(int at) {
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedIndex() != at) {
      list.getSelectionModel().select(at);
      list.getFocusModel().focus(at);
      reveal(at);
    }
  }

  private void reveal(int at) {
    VirtualFlow<?> flow = flow();
    boolean seen =
        flow != null
            && flow.getFirstVisibleCell() != null
            && flow.getFirstVisibleCell().getIndex() <= at
            && at < flow.getLastVisibleCell().getIndex();
    if (!seen) {
      list.scrollTo(Math.max(0, at - 2));
    }
  }

  private @Nullable VirtualFlow<?> flow() {
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
  }

  private void key(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (plain && (event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.ENTER)) {
      editor.open();
    } else if (plain && event.getCode() == KeyCode.DELETE) {
      model.delete();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.C && model.current() != null) {
      copy();
    } else {
      return;
    }
    event.consume();
  }

  private void copy() {
    Line line = model.current();
    if (line != null) {
      TextHead.copy(model.copy(line) + "\n");
    }
  }

  private void find(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.F && !event.isConsumed()) {
      head.focusFind();
      event.consume();
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      editor.open();
      event.consume();
    }
  }

  /** Gives the search the keyboard. */
  public void find() {
    head.focusFind();
  }

  /** Gives the lines the keyboard; the first one where none has it. */
  public void focusLines() {
    if (model.current() == null) {
      model.select(0);
    }
    list.requestFocus();
  }

  /** Shows the text from a field down, the selected line in sight. */
  public void show(@Nullable FieldRef top) {
    model.setActive(true);
    int line = top == null ? -1 : model.lineOf(top);
    list.layout();
    if (line >= 0) {
      list.scrollTo(line);
      list.layout();
    }
    int at = model.selectedProperty().get();
    if (at >= 0) {
      list.getSelectionModel().select(at);
      reveal(at);
    }
  }

  /** The field of the first line that is seen; null where there is none. */
  public @Nullable FieldRef top() {
    VirtualFlow<?> flow = flow();
    int line =
        flow == null || flow.getFirstVisibleCell() == null
            ? -1
            : flow.getFirstVisibleCell().getIndex();
    return line >= 0 && line < model.lines().size() ? model.lines().get(line).field() : null;
  }
}
