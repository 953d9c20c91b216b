package fieldloom.ui.schematree;

import fieldloom.model.Problem;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Loading;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Side;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A tree of fields: head, search with chips, rows, foot. */
public final class SchemaTreeView extends VBox {
  /** Pixels above the first row: head and search. */
  public static final double ABOVE_ROWS = 40 + 36;

  /** Pixels below the rows: the foot. */
  public static final double BELOW_ROWS = 28;

  private final SchemaTreeViewModel model;
  private final VirtualRows rows;
  private final Label name = new Label();
  private final Label title = new Label();
  private final FindBar find;
  private final TreeFoot foot;
  private final EmptyTree empty;
  private final VBox problem = new VBox();
  private final MenuButton schema = new MenuButton();
  private List<Problem> problemsShown = List.of();
  private Consumer<List<Path>> dropped = files -> {};

  public SchemaTreeView(SchemaTreeViewModel model) {
    this.model = model;
    boolean source = model.side() == Side.SOURCE;
    rows = new VirtualRows(model);
    rows.accessibleTextProperty().bind(Words.bind(source ? "source.rows" : "target.rows"));
    find = new FindBar(model, rows::requestFocus);
    foot = new TreeFoot(model);
    empty = new EmptyTree(model, this::find);
    getStyleClass().addAll("fl-tree", source ? "source" : "target");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, SchemaTreeView.class, "schematree.css");
              }
            });
    Loading loading = new Loading(model.session().schemasLoadingProperty(), Words.bind("loading"));
    VBox notes = new VBox(loading, problem);
    notes.setMaxHeight(Region.USE_PREF_SIZE);
    notes.setPickOnBounds(false);
    StackPane middle = new StackPane(rows, empty, notes);
    StackPane.setAlignment(notes, Pos.TOP_LEFT);
    middle.setMinHeight(0);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(head(source), find, middle, foot);
    model.stateRevisionProperty().subscribe(r -> refresh());
    model.revisionProperty().subscribe(r -> refresh());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private Node head(boolean source) {
    FontIcon icon = new FontIcon(source ? "fth-shopping-cart" : "fth-database");
    icon.getStyleClass().add("fl-tree-icon");
    MenuButton filter = filterButton();
    name.getStyleClass().add("fl-tree-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    title.getStyleClass().add("fl-tree-title");
    HBox head = new HBox(8, icon, name, title, Controls.spacer(), schemaButton(), filter);
    head.getStyleClass().add("fl-tree-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /** What can be done with the schema; not there while nothing can. */
  private MenuButton schemaButton() {
    FontIcon icon = new FontIcon(Feather.REFRESH_CW);
    icon.getStyleClass().add("fl-tree-filter");
    schema.setGraphic(icon);
    schema.getStyleClass().setAll("fl-tree-filter-button");
    schema
        .accessibleTextProperty()
        .bind(Words.bind(model.side() == Side.SOURCE ? "source.replace" : "target.replace"));
    Controls.tip(schema, schema.accessibleTextProperty());
    schema.visibleProperty().bind(Bindings.isNotEmpty(schema.getItems()));
    schema.managedProperty().bind(schema.visibleProperty());
    return schema;
  }

  private MenuButton filterButton() {
    MenuButton button = new MenuButton();
    FontIcon icon = new FontIcon(Feather.FILTER);
    icon.getStyleClass().add("fl-tree-filter");
    button.setGraphic(icon);
    button.getStyleClass().setAll("fl-tree-filter-button");
    button.accessibleTextProperty().bind(Words.bind("filter"));
    Controls.tip(button, Words.bind("filter"));
    ToggleGroup group = new ToggleGroup();
    for (Show show : Show.values()) {
      if (show != Show.PROBLEMS || model.side() == Side.TARGET) {
        RadioMenuItem item = new RadioMenuItem();
        item.setUserData(show);
        item.setToggleGroup(group);
        item.setOnAction(e -> model.showProperty().set(show));
        button.getItems().add(item);
      }
    }
    button.showingProperty().subscribe(showing -> count(button));
    return button;
  }

  /** The kinds with their counts. */
  private void count(MenuButton button) {
    for (MenuItem item : button.getItems()) {
      if (item instanceof RadioMenuItem radio && item.getUserData() instanceof Show show) {
        String words = Words.get("show." + show.name().toLowerCase(Locale.ROOT));
        int count = model.filter().count(show);
        radio.setText(Words.get("show.count", words, FindBar.number(count)));
        radio.setSelected(model.showProperty().get() == show);
      }
    }
  }

  private void refresh() {
    name.setText(model.documents().name());
    title.setText(model.documents().title());
    find.refresh();
    foot.refresh();
    showProblems(model.schemaProblems());
    empty.refresh();
  }

  /** A schema that cannot be read says so under the head; the mapping stays open. */
  private void showProblems(List<Problem> wrong) {
    if (wrong.equals(problemsShown)) {
      return;
    }
    problemsShown = wrong;
    problem.getChildren().clear();
    for (Problem one : wrong) {
      problem
          .getChildren()
          .add(Strip.bad(Sentences.said(one.message()) + " " + Sentences.said(one.remedy())));
    }
  }

  /**
   * The ways to bring a schema, at most three: offered where there is none, and in a menu of the
   * head where there is one.
   */
  public void setSchemaActions(List<SchemaAction> value) {
    empty.setActions(List.copyOf(value));
    schema.getItems().clear();
    for (SchemaAction action : value) {
      MenuItem item = new MenuItem();
      item.textProperty().bind(action.words());
      FontIcon icon = new FontIcon(action.icon());
      icon.getStyleClass().add("fl-icon-small");
      item.setGraphic(icon);
      item.setOnAction(e -> action.run().run());
      schema.getItems().add(item);
    }
    refresh();
  }

  /** What happens to files that are dropped on the tree; only ones of this machine come. */
  public void setOnFilesDropped(Consumer<List<Path>> value) {
    dropped = value;
    setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            empty.dropping(true);
          }
          e.consume();
        });
    setOnDragExited(e -> empty.dropping(false));
    setOnDragDropped(
        e -> {
          List<File> files = e.getDragboard().getFiles();
          e.setDropCompleted(!files.isEmpty());
          e.consume();
          drop(files.stream().map(File::toPath).toList());
        });
  }

  /** Does what dropping files on the tree does. */
  public void drop(List<Path> files) {
    empty.dropping(false);
    dropped.accept(files);
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      find();
      event.consume();
    }
  }

  /** Gives the search the keyboard. */
  public void find() {
    find.focusFind();
  }

  /** Acts on a click on the value of a row. */
  public void setOnValue(Consumer<FieldRef> act) {
    rows.setOnValue(act);
  }

  /** What has the keyboard while rows are walked. */
  public Node rows() {
    return rows;
  }

  public SchemaTreeViewModel model() {
    return model;
  }
}
