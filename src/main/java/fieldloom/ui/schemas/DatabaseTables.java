package fieldloom.ui.schemas;

import fieldloom.database.DatabaseOverview;
import fieldloom.database.TableEntry;
import fieldloom.ui.kit.Controls;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What a database has: tables to choose from or a query at the left, fields at the right, rows. */
final class DatabaseTables extends VBox {
  private static final int DEEPEST = 3;

  private final DatabaseViewModel model;
  private final FoundList<TableEntry> tables;
  private final TextArea query = new TextArea();
  private final FieldsList fields;
  private final RowsTable rows = new RowsTable();

  DatabaseTables(DatabaseViewModel model) {
    this.model = model;
    setSpacing(8);
    tables =
        new FoundList<>(
                model.tables(), model.searchProperty(), model.chosenProperty(), TableCell::new)
            .saying(
                Words.bind("db.find"),
                Words.bind("db.list"),
                Bindings.when(model.searchProperty().isEmpty())
                    .then(Words.bind("db.none"))
                    .otherwise(Words.bind("pick.none")),
                model.busyProperty());
    fields =
        new FieldsList(
            Bindings.when(model.queryingProperty())
                .then(Words.bind("db.query.none"))
                .otherwise(Words.bind("pick.fields.none")),
            model.busyProperty().not(),
            model.busyProperty(),
            depth());
    Node written = query();
    tables.visibleProperty().bind(model.queryingProperty().not());
    written.visibleProperty().bind(model.queryingProperty());
    StackPane left = new StackPane(tables, written);
    left.getStyleClass().add("fl-pick-side");
    HBox middle = new HBox(12, left, fields);
    middle.getStyleClass().add("fl-db-middle");
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(head(), middle, rows, model.isSource() ? keep() : mode());
    model.pickProperty().subscribe(pick -> show(pick));
    // Rows of a table are none of a query's, and the other way round.
    model.queryingProperty().subscribe(querying -> rows.clear());
  }

  private HBox head() {
    ToggleGroup group = new ToggleGroup();
    HBox kinds = new HBox(kind("db.tables", false, group), kind("db.query", true, group));
    kinds.getStyleClass().add("fl-segments");
    // The arrows choose as well as a click does.
    group
        .selectedToggleProperty()
        .addListener(
            (o, was, is) -> {
              if (is != null) {
                model.queryingProperty().set(Boolean.TRUE.equals(is.getUserData()));
              } else {
                group.selectToggle(was);
              }
            });
    kinds.setMinWidth(USE_PREF_SIZE);
    Label where = Controls.label("", "fl-muted", "fl-small");
    where
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::where, model.overviewProperty(), model.connection().urlProperty()));
    where.setMinWidth(0);
    Button change = Controls.button(Words.get("db.change"));
    change.setAccessibleText(Words.get("db.change"));
    change.setOnAction(e -> model.leave());
    HBox head = new HBox(12, kinds, where, Controls.spacer(), change);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private String where() {
    DatabaseOverview there = model.overviewProperty().get();
    String url = model.connection().urlProperty().get();
    return there == null ? url : there.product() + " · " + url;
  }

  private ToggleButton kind(String key, boolean querying, ToggleGroup group) {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(Words.bind(key));
    button.setToggleGroup(group);
    button.getStyleClass().add(querying ? "last" : "first");
    button.setMinWidth(USE_PREF_SIZE);
    button.setSelected(model.queryingProperty().get() == querying);
    button.setUserData(querying);
    return button;
  }

  private VBox query() {
    query.getStyleClass().addAll("fl-mono", "fl-db-query");
    query.setWrapText(true);
    query.promptTextProperty().bind(Words.bind("db.query.prompt"));
    query.accessibleTextProperty().bind(Words.bind("db.query.spoken"));
    query.textProperty().bindBidirectional(model.queryProperty());
    query.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
            model.readQuery();
            e.consume();
          } else if (e.getCode() == KeyCode.TAB) {
            // No query needs a tab, and nobody could leave it by keys.
            query.requestFocusTraversal(
                e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            e.consume();
          }
        });
    Button read = Controls.button(Words.bind("db.query.read"), Feather.PLAY);
    read.disableProperty().bind(model.queryProperty().map(text -> text.isBlank()));
    read.setOnAction(e -> model.readQuery());
    HBox foot = new HBox(8, read, Controls.key("Ctrl Enter"));
    foot.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(query, Priority.ALWAYS);
    return new VBox(8, query, foot);
  }

  private HBox depth() {
    ComboBox<Integer> box = new ComboBox<>();
    box.getStyleClass().add("fl-field");
    for (int i = 0; i <= DEEPEST; i++) {
      box.getItems().add(i);
    }
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Integer levels) {
            return levels == null ? "" : Words.get("db.depth.levels", levels);
          }

          @Override
          public Integer fromString(String text) {
            throw new IllegalStateException("levels are chosen, not typed");
          }
        });
    box.setAccessibleText(Words.get("db.depth"));
    box.valueProperty().bindBidirectional(model.depthProperty().asObject());
    HBox cell = labelled("db.depth", box);
    cell.visibleProperty().bind(model.queryingProperty().not());
    return cell;
  }

  private CheckBox keep() {
    CheckBox keep = new CheckBox();
    keep.textProperty().bind(Words.bind("db.keep"));
    keep.selectedProperty().bindBidirectional(model.keepingProperty());
    keep.visibleProperty().bind(rows.visibleProperty().and(model.keepingOfferedProperty()));
    keep.managedProperty().bind(keep.visibleProperty());
    return keep;
  }

  private HBox mode() {
    ComboBox<String> box = new ComboBox<>();
    box.getStyleClass().add("fl-field");
    List<String> modes =
        OptionKind.of("table", List.of("mode")).stream()
            .flatMap(kind -> kind.values().stream())
            .toList();
    box.getItems().setAll(modes);
    box.setConverter(Named.of("db.mode."));
    box.setAccessibleText(Words.get("db.mode"));
    box.valueProperty().bindBidirectional(model.modeProperty());
    HBox cell = labelled("db.mode", box);
    cell.visibleProperty().bind(model.pickProperty().isNotNull());
    cell.managedProperty().bind(cell.visibleProperty());
    return cell;
  }

  private static HBox labelled(String key, Node control) {
    Label label = Controls.label("", "fl-muted", "fl-small");
    label.textProperty().bind(Words.bind(key));
    label.setMinWidth(USE_PREF_SIZE);
    HBox cell = new HBox(6, label, control);
    cell.setAlignment(Pos.CENTER_LEFT);
    return cell;
  }

  private void show(@Nullable SchemaPick pick) {
    fields.show(pick);
    rows.show(pick);
  }

  /** The control with which choosing begins. */
  Node first() {
    return model.queryingProperty().get() ? query : tables.first();
  }
}
