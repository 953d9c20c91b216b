package fieldloom.ui.lookups;

import fieldloom.model.Table;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Grouped;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.Use;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The lookup tables of a mapping, and one of them in a grid. Each change is done at once. */
public final class TablesDialog extends Dialog {
  private final TablesViewModel model;
  private final Choosers choosers;
  private final ListView<String> list = new ListView<>();
  private final GridView grid;
  private final TextField name = field("name");
  private final TextField find = field("find");
  private final Label uses = Controls.label("", "fl-muted", "fl-small");
  private final Label doubled = Controls.label("", "fl-warn", "fl-small");
  private final Label message = Controls.label("", "fl-bad", "fl-small");
  private final TableSettings settings;
  private final MissingPane missing;
  private final Button rowAdd = button("row.add", Feather.PLUS);
  private final Button rowRemove = button("row.remove", Feather.MINUS);
  private final MenuButton columns = menu("column");
  private final VBox right;
  private boolean showing;

  public TablesDialog(TablesViewModel model, Choosers choosers) {
    super(Words.get("title"));
    this.model = model;
    this.choosers = choosers;
    getStyleClass().add("fl-tables-dialog");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, TablesDialog.class, "lookups.css");
              }
            });
    grid = new GridView(model);
    settings = new TableSettings(model);
    missing = new MissingPane(model);
    right = right();
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox both = new HBox(16, left(), right);
    VBox.setVgrow(both, Priority.ALWAYS);
    body().getChildren().add(both);
    Button done = addButton(Controls.primary(Words.get("done")));
    done.setOnAction(e -> cancel());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.revisionProperty().subscribe(r -> show());
    startAt(model.tableProperty().get() == null ? list : grid);
  }

  @Override
  public void cancel() {
    model.leave();
    close();
  }

  private Node left() {
    list.setAccessibleText(Words.get("tables"));
    list.getStyleClass().add("fl-tables-list");
    list.setPlaceholder(Controls.label(Words.get("tables.none"), "fl-muted", "fl-small"));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, was, is) -> {
              if (is != null && !showing) {
                model.select(is);
              }
            });
    Button add = button("table.add", Feather.PLUS);
    add.setOnAction(
        e -> {
          model.add();
          name.requestFocus();
          name.selectAll();
        });
    Button delete = Controls.iconOnly(Feather.TRASH_2, say("table.delete"));
    delete.setOnAction(e -> delete());
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox left = new VBox(8, list, new HBox(6, add, delete));
    left.getStyleClass().add("fl-tables-left");
    return left;
  }

  private void delete() {
    List<Use> used = model.uses();
    if (used.isEmpty()) {
      model.delete();
    } else {
      model.messageProperty().set(Words.get("table.used", names(used)));
    }
  }

  private static String names(List<Use> uses) {
    return uses.stream().map(Use::name).distinct().collect(Collectors.joining(", "));
  }

  private VBox right() {
    tools();
    name.setOnAction(e -> model.rename(name.getText()));
    name.focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (!is && !model.rename(name.getText())) {
                name.setText(current());
              }
            });
    uses.setMinWidth(0);
    HBox head = new HBox(8, name, uses);
    head.setAlignment(Pos.CENTER_LEFT);
    find.setPromptText(Words.get("find"));
    find.textProperty().bindBidirectional(model.findProperty());
    // With larger text they take two lines.
    FlowPane tools = new FlowPane(6, 6, rowAdd, rowRemove, columns, dataMenu(), find);
    tools.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(grid, Priority.ALWAYS);
    for (Label label : List.of(doubled, message)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.managedProperty().bind(label.textProperty().isNotEmpty());
    }
    message.textProperty().bind(model.messageProperty());
    return new VBox(8, head, tools, grid, doubled, missing, settings, message);
  }

  private void tools() {
    rowAdd.setOnAction(
        e -> {
          int at = grid.getItems().isEmpty() ? 0 : grid.row() + 1;
          model.insertRow(at);
          grid.focus(at, 0);
        });
    rowRemove.setOnAction(
        e -> {
          if (!grid.selectedRows().isEmpty()) {
            model.removeRows(grid.selectedRows());
          }
        });
    columns
        .getItems()
        .addAll(
            item("column.rename", this::renameColumn),
            item("column.left", () -> model.insertColumn(grid.column())),
            item("column.right", () -> model.insertColumn(grid.column() + 1)),
            item("column.remove", () -> model.removeColumn(grid.column())),
            new SeparatorMenuItem(),
            item("column.up", () -> model.sort(grid.column(), false)),
            item("column.down", () -> model.sort(grid.column(), true)),
            new SeparatorMenuItem(),
            item("column.text", () -> model.convert(grid.column(), CellKind.TEXT)),
            item("column.number", () -> model.convert(grid.column(), CellKind.NUMBER)),
            item("column.truth", () -> model.convert(grid.column(), CellKind.TRUTH)));
  }

  /** The name of the column is typed over the grid. */
  private void renameColumn() {
    int column = grid.column();
    ColumnName.ask(grid, grid.name(column), typed -> model.renameColumn(column, typed));
  }

  private MenuButton dataMenu() {
    MenuButton menu = menu("data");
    menu.getItems()
        .addAll(
            item("data.paste", grid::paste),
            item("data.copy", this::copyAll),
            item("data.header", model::headerFromFirstRow),
            new SeparatorMenuItem(),
            item("data.import", this::importFile));
    return menu;
  }

  private void copyAll() {
    Table table = model.tableProperty().get();
    if (table != null) {
      GridView.put(Clips.copyAll(table));
    }
  }

  private void importFile() {
    Choosers.Filter filter = new Choosers.Filter(Words.get("filter"), List.of("csv", "xlsx"));
    choosers
        .open(Words.get("data.import"), List.of(filter))
        .ifPresent(file -> model.importFile(file, rows -> grid.focus(0, 0)));
  }

  private String current() {
    Table table = model.tableProperty().get();
    return table == null ? "" : table.name();
  }

  private void show() {
    showing = true;
    Table table = model.tableProperty().get();
    if (!list.getItems().equals(model.names())) {
      list.getItems().setAll(model.names());
    }
    list.getSelectionModel().select(current());
    showing = false;
    right.setVisible(table != null);
    if (table == null) {
      return;
    }
    if (!name.isFocused()) {
      name.setText(table.name());
    }
    List<Use> used = model.uses();
    uses.setText(used.isEmpty() ? Words.get("uses.none") : Words.get("uses", names(used)));
    boolean fixed = !model.isEditable();
    List.of(rowAdd, rowRemove, columns).forEach(control -> control.setDisable(fixed));
    doubled.setText(model.doubled() == 0 ? "" : Words.get("doubled", model.doubled()));
    find.setPromptText(Words.get("find.rows", Grouped.of(table.rows().size())));
    settings.show(table);
    missing.show();
  }

  private void key(KeyEvent event) {
    if (!event.isShortcutDown() || event.getTarget() instanceof TextInputControl) {
      return;
    }
    if (event.getCode() == KeyCode.Z) {
      model.undo();
    } else if (event.getCode() == KeyCode.Y) {
      model.redo();
    } else if (event.getCode() == KeyCode.F) {
      find.requestFocus();
    } else {
      return;
    }
    event.consume();
  }

  private static Button button(String key, Feather icon) {
    Button button = Controls.button(Words.get(key), icon);
    button.getStyleClass().add("small");
    return button;
  }

  private static MenuButton menu(String key) {
    MenuButton menu = new MenuButton(Words.get(key));
    menu.setMinWidth(USE_PREF_SIZE);
    menu.getStyleClass().addAll("fl-button", "small");
    return menu;
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Words.get(key));
    item.setOnAction(e -> action.run());
    return item;
  }

  private static TextField field(String key) {
    TextField field = new TextField();
    field.getStyleClass().add("fl-field");
    field.setAccessibleText(Words.get(key));
    return field;
  }

  private static ReadOnlyStringWrapper say(String key) {
    return new ReadOnlyStringWrapper(Words.get(key));
  }
}
