package fieldloom.ui.schematree;

import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.Values;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A tree of fields: head, search with chips, rows, foot. */
public final class SchemaTreeView extends VBox {
  /** Pixels above the first row: head and search. */
  public static final double ABOVE_ROWS = 40 + 36;

  /** Pixels below the rows: the foot. */
  public static final double BELOW_ROWS = 28;

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

  public SchemaTreeView(SchemaTreeViewModel model) {
    this.model = model;
    boolean source = model.side() == Side.SOURCE;
    rows = new VirtualRows(model);
    rows.setAccessibleText(source ? "Source fields" : "Target fields");
    second = chip(source ? SchemaTreeViewModel.Show.UNMAPPED : SchemaTreeViewModel.Show.REQUIRED);
    getStyleClass().addAll("fl-tree", source ? "source" : "target");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, SchemaTreeView.class, "schematree.css");
              }
            });
    StackPane middle = new StackPane(rows, empty);
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
    FontIcon filter = new FontIcon("fth-filter");
    filter.getStyleClass().add("fl-tree-filter");
    name.getStyleClass().add("fl-tree-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    title.getStyleClass().add("fl-tree-title");
    HBox head = new HBox(8, icon, name, title, spacer(), filter);
    head.getStyleClass().add("fl-tree-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node findBar() {
    FontIcon icon = new FontIcon("fth-search");
    icon.getStyleClass().add("fl-find-icon");
    find.getStyleClass().add("fl-find-text");
    find.setPromptText(model.side() == Side.SOURCE ? "name, 标题" : "Find 查找");
    find.setAccessibleText(
        model.side() == Side.SOURCE ? "Find source fields" : "Find target fields");
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
    all.setText("All " + number(model.fieldCount()));
    second.setText(
        model.side() == Side.SOURCE
            ? "Unmapped " + number(model.unmappedCount())
            : "Required " + number(model.requiredCount()));
    int wrong = model.problemCount();
    problems.setText("Problems " + number(wrong));
    problems.setVisible(wrong > 0 || model.showProperty().get() == problems.getUserData());
    problems.setManaged(problems.isVisible());
    foot.setText(
        Values.count(model.rowCount(), "row") + " · " + Values.count(model.fieldCount(), "field"));
    empty.setVisible(!model.hasSchema() || model.rowCount() == 0);
    if (empty.isVisible()) {
      showEmpty();
    }
  }

  private void showEmpty() {
    boolean none = !model.hasSchema();
    Label text =
        new Label(
            none
                ? "No schema yet. Drop a sample file here, or pick one."
                : "No field matches. Clear the search to see all.");
    text.setWrapText(true);
    text.getStyleClass().add("fl-tree-empty");
    text.setGraphic(new FontIcon(none ? "fth-upload" : "fth-search"));
    text.setContentDisplay(javafx.scene.control.ContentDisplay.TOP);
    empty.getChildren().setAll(text);
    empty.setMouseTransparent(true);
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

  /** What the head says about the document when it is too narrow to say it. */
  public void setHint(String text) {
    Tooltip.install(name, new Tooltip(text));
  }
}
