package fieldloom.ui.table;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Loading;
import fieldloom.ui.kit.ProposingField;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.FieldRef;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The rules as a table: search and chips above, rows below, what was refused between. */
public final class RuleTableView extends VBox {
  private static final double TEXT_PX = 13;

  private final RuleTableViewModel model;
  private final RuleTable table;
  private final TableHead head;
  private final VBox strip = new VBox();
  private final VBox empty = new VBox(12);
  private final FlowPane actions = new FlowPane(8, 8);
  private final Label nothing = Controls.label("", "fl-muted");
  private final Button all = Controls.button(Words.bind("show.again"), Feather.LIST);
  private Runnable fixes = () -> {};
  private final Button leave = Controls.button(Words.bind("back.focus"), Feather.CROSSHAIR);
  private final Button pages = Controls.button(Words.bind("back.page"), Feather.LAYERS);

  /**
   * @param formulas makes a field for the formula of a target field that proposes over a pane
   */
  public RuleTableView(
      RuleTableViewModel model, BiFunction<FieldRef, Pane, ProposingField> formulas) {
    this.model = model;
    this.table = new RuleTable(model);
    getStyleClass().add("fl-rules-view");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, RuleTableView.class, "table.css");
              }
            });
    Pane over = new Pane();
    over.setPickOnBounds(false);
    CellEditor editor = new CellEditor(table, over, formulas);
    head = new TableHead(model, this::focusRows);
    TableKeys keys = new TableKeys(table, editor, head::focusFind);
    keys.install();
    new TableMenu(table, editor, keys, () -> fixes.run()).install();
    Loading loading = new Loading(model.session().schemasLoadingProperty(), Words.bind("loading"));
    StackPane body = new StackPane(table, empty(), loading, over);
    StackPane.setAlignment(loading, Pos.TOP_LEFT);
    loading.setMouseTransparent(true);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    table.setPlaceholder(placeholder());
    getChildren().addAll(head, strip, body);
    ObservableValue<Font> font = head.fontProperty();
    font.subscribe(now -> table.setScale(now.getSize() / TEXT_PX));
    model.edits().messageProperty().subscribe(this::say);
    model.revisionProperty().subscribe(r -> showEmpty());
  }

  private Node empty() {
    Label sentence = Controls.label("", "fl-muted");
    sentence.textProperty().bind(Words.bind("empty.schema"));
    sentence.setWrapText(true);
    actions.setAlignment(Pos.CENTER);
    empty.setAlignment(Pos.CENTER);
    empty.getStyleClass().add("fl-rules-empty");
    empty.getChildren().addAll(Icons.large(Feather.LIST), sentence, actions);
    return empty;
  }

  private Node placeholder() {
    nothing.setWrapText(true);
    all.setOnAction(
        e -> {
          model.searchProperty().set("");
          model.filter(RowFilter.Show.ALL);
          focusRows();
        });
    back(leave, model.lens()::leaveFocus);
    back(pages, model.lens()::showAll);
    VBox both = new VBox(12, nothing, all, leave, pages);
    both.setAlignment(Pos.CENTER);
    return both;
  }

  /** What shows the quick fixes of the selected row. */
  public void setFixes(Runnable value) {
    fixes = value;
  }

  private void back(Button button, Runnable action) {
    button.setOnAction(
        e -> {
          action.run();
          focusRows();
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

  private void showEmpty() {
    empty.setVisible(model.isEmpty());
    table.setVisible(!model.isEmpty());
    String typed = model.searchProperty().get().strip();
    RowFilter.Show show = model.showProperty().get();
    boolean filtered = !typed.isEmpty() || show != RowFilter.Show.ALL;
    boolean focused = model.lens().isFocused();
    boolean page = !focused && model.lens().pageProperty().get() != null;
    String kind = focused ? "focus" : page ? "page" : "all";
    nothing.setText(
        typed.isEmpty()
            ? Words.get("nothing." + (filtered ? show.key() : kind))
            : Words.get("nothing.typed", typed));
    show(all, filtered);
    show(leave, focused);
    show(pages, page);
  }

  private static void show(Button button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }

  private void say(String sentence) {
    if (sentence.isEmpty()) {
      strip.getChildren().clear();
      return;
    }
    Button close = Controls.button(Words.get("close"));
    close.getStyleClass().add("small");
    close.setOnAction(e -> model.edits().closeMessage());
    strip.getChildren().setAll(Strip.bad(sentence, close));
  }

  /** Gives the search the keyboard. */
  public void find() {
    head.focusFind();
  }

  /** Gives the rows the keyboard; the first one where none has it. */
  public void focusRows() {
    if (model.range().isNone()) {
      model.move(0, 0, false);
    }
    table.requestFocus();
  }

  /** Shows the table from a field down, the selected one in sight. */
  public void show(@Nullable FieldRef top) {
    model.setActive(true);
    if (top != null) {
      int row = model.rowOf(top, 0);
      if (row >= 0) {
        table.scrollTo(row);
      }
    }
    if (!model.range().isNone()) {
      table.layout();
      table.reveal(model.range().row(), model.currentColumn());
    }
  }

  /** The field of the first row that is seen; null where there is none. */
  public @Nullable FieldRef top() {
    int row = table.topRow();
    return row >= 0 && row < model.rows().size() ? model.rows().get(row).field() : null;
  }
}
