package fieldloom.ui.schematree;

import fieldloom.model.Problem;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Loading;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.Values;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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

  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");
  private static final double HINT_FROM = 340;

  private final SchemaTreeViewModel model;
  private final VirtualRows rows;
  private final Label name = new Label();
  private final Label title = new Label();
  private final TextField find = new TextField();
  private final ToggleButton all = chip(SchemaTreeViewModel.Show.ALL);
  private final ToggleButton second;
  private final ToggleButton problems = chip(SchemaTreeViewModel.Show.PROBLEMS);
  private final Label foot = new Label();
  private final StackPane empty = new StackPane();
  private final VBox problem = new VBox();
  private final MenuButton schema = new MenuButton();
  private List<Problem> problemsShown = List.of();
  private Consumer<List<Path>> dropped = files -> {};
  private List<SchemaAction> actions = List.of();
  private List<Object> emptyKey = List.of();

  public SchemaTreeView(SchemaTreeViewModel model) {
    this.model = model;
    boolean source = model.side() == Side.SOURCE;
    rows = new VirtualRows(model);
    rows.accessibleTextProperty().bind(Words.bind(source ? "source.rows" : "target.rows"));
    second = chip(source ? SchemaTreeViewModel.Show.UNMAPPED : SchemaTreeViewModel.Show.REQUIRED);
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
    getChildren().addAll(head(source), findBar(), middle, foot());
    model.stateRevisionProperty().subscribe(r -> refresh());
    model.revisionProperty().subscribe(r -> refresh());
    model.showProperty().subscribe(this::showChanged);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private Node head(boolean source) {
    FontIcon icon = new FontIcon(source ? "fth-shopping-cart" : "fth-database");
    icon.getStyleClass().add("fl-tree-icon");
    MenuButton filter = filterButton();
    name.getStyleClass().add("fl-tree-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    title.getStyleClass().add("fl-tree-title");
    HBox head = new HBox(8, icon, name, title, spacer(), schemaButton(), filter);
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
    ToggleGroup group = new ToggleGroup();
    for (SchemaTreeViewModel.Show show : SchemaTreeViewModel.Show.values()) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(Words.bind("show." + show.name().toLowerCase(Locale.ROOT)));
      item.setToggleGroup(group);
      item.setOnAction(e -> model.showProperty().set(show));
      model.showProperty().subscribe(now -> item.setSelected(now == show));
      button.getItems().add(item);
    }
    return button;
  }

  private Node findBar() {
    FontIcon icon = new FontIcon("fth-search");
    icon.getStyleClass().add("fl-find-icon");
    find.getStyleClass().add("fl-find-text");
    boolean source = model.side() == Side.SOURCE;
    find.promptTextProperty().bind(Words.bind(source ? "source.prompt" : "target.prompt"));
    find.accessibleTextProperty().bind(Words.bind(source ? "source.find" : "target.find"));
    find.textProperty().bindBidirectional(model.searchProperty());
    find.addEventFilter(KeyEvent.KEY_PRESSED, this::findKey);
    Label hint = new Label("Ctrl F");
    hint.getStyleClass().add("fl-key");
    hint.setMinWidth(Region.USE_PREF_SIZE);
    hint.visibleProperty()
        .bind(find.textProperty().isEmpty().and(widthProperty().greaterThan(HINT_FROM)));
    hint.managedProperty().bind(hint.visibleProperty());
    find.setMinWidth(30);
    find.setPrefWidth(60);
    HBox field = new HBox(6, icon, find, hint);
    field.getStyleClass().add("fl-find");
    field.setAlignment(Pos.CENTER_LEFT);
    field.setMinWidth(90);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox.setHgrow(find, Priority.ALWAYS);
    HBox bar = new HBox(8, field, all, second);
    if (model.side() == Side.TARGET) {
      problems.getStyleClass().add("warning");
      bar.getChildren().add(problems);
    }
    bar.getStyleClass().add("fl-tree-find");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private Node foot() {
    HBox bar = new HBox(8, foot, spacer());
    bar.getStyleClass().add("fl-tree-foot");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  private ToggleButton chip(SchemaTreeViewModel.Show show) {
    ToggleButton chip = new ToggleButton();
    chip.getStyleClass().setAll("fl-tree-chip");
    chip.setUserData(show);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setOnAction(
        e -> model().showProperty().set(chip.isSelected() ? show : SchemaTreeViewModel.Show.ALL));
    return chip;
  }

  private void showChanged(SchemaTreeViewModel.Show show) {
    for (ToggleButton chip : new ToggleButton[] {all, second, problems}) {
      chip.setSelected(chip.getUserData() == show);
    }
  }

  private void refresh() {
    name.setText(model.documentName());
    title.setText(model.documentTitle());
    all.setText(Words.get("all", number(model.fieldCount())));
    second.setText(
        model.side() == Side.SOURCE
            ? Words.get("unmapped", number(model.unmappedCount()))
            : Words.get("required", number(model.requiredCount())));
    int wrong = model.problemCount();
    problems.setText(Words.get("problems", number(wrong)));
    problems.setVisible(wrong > 0 || model.showProperty().get() == problems.getUserData());
    problems.setManaged(problems.isVisible());
    foot.setText(
        Words.get(
            "foot",
            Values.count(model.rowCount(), "row"),
            Values.count(model.fieldCount(), "field")));
    showProblems(model.schemaProblems());
    empty.setVisible(!model.hasSchema() || model.rowCount() == 0);
    if (empty.isVisible()) {
      showEmpty();
    } else {
      empty.getChildren().clear();
    }
  }

  /** A schema that cannot be read says so under the head; the mapping stays open. */
  private void showProblems(List<Problem> wrong) {
    if (wrong.equals(problemsShown)) {
      return;
    }
    problemsShown = wrong;
    problem.getChildren().clear();
    for (Problem one : wrong) {
      problem.getChildren().add(Strip.bad(one.message() + " " + one.remedy()));
    }
  }

  private void showEmpty() {
    boolean none = !model.hasSchema();
    List<Object> key = List.of(none, Texts.language(), actions);
    if (key.equals(emptyKey) && !empty.getChildren().isEmpty()) {
      return;
    }
    emptyKey = key;
    Label text = new Label(Words.get(none ? "empty" : "nohit"));
    text.setWrapText(true);
    text.getStyleClass().add("fl-tree-empty");
    text.setGraphic(new FontIcon(none ? Feather.UPLOAD : Feather.SEARCH));
    text.setContentDisplay(ContentDisplay.TOP);
    VBox box = new VBox(text);
    box.getStyleClass().add("fl-tree-empty-box");
    if (none) {
      box.getStyleClass().add("drop");
      VBox buttons = new VBox();
      buttons.getStyleClass().add("fl-tree-empty-actions");
      for (SchemaAction action : actions) {
        Button button = Controls.button(action.words(), action.icon());
        button.setOnAction(e -> action.run().run());
        buttons.getChildren().add(button);
      }
      box.getChildren().add(buttons);
    }
    empty.getChildren().setAll(box);
  }

  /**
   * The ways to bring a schema, at most three: offered where there is none, and in a menu of the
   * head where there is one.
   */
  public void setSchemaActions(List<SchemaAction> value) {
    actions = List.copyOf(value);
    schema.getItems().clear();
    for (SchemaAction action : actions) {
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
            dropping(true);
          }
          e.consume();
        });
    setOnDragExited(e -> dropping(false));
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
    dropping(false);
    dropped.accept(files);
  }

  private void dropping(boolean on) {
    empty.getChildren().forEach(n -> n.pseudoClassStateChanged(DROPPING, on));
  }

  private static String number(int n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private void findKey(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> model.walk().nextHit();
      case DOWN -> rows.requestFocus();
      case ESCAPE -> {
        find.clear();
        rows.requestFocus();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      find.requestFocus();
      find.selectAll();
      event.consume();
    }
  }

  /** Gives the rows the keyboard. */
  public void focusRows() {
    rows.requestFocus();
  }

  public SchemaTreeViewModel model() {
    return model;
  }
}
