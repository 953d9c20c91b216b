package fieldloom.ui.table;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.table.RowFilter.Show;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;

/** Above the rows: search, which rows are shown, which columns. */
final class TableHead extends HBox {
  private static final double HINT_FROM_PX = 1180;

  private final RuleTableViewModel model;
  private final Runnable toRows;
  private final TextField find = new TextField();
  private final Map<Show, ToggleButton> chips = new EnumMap<>(Show.class);
  private final MenuButton columns = new MenuButton();
  private final Label hint = Controls.label("", "fl-small", "fl-muted");

  /**
   * @param toRows gives the rows the keyboard
   */
  TableHead(RuleTableViewModel model, Runnable toRows) {
    this.model = model;
    this.toRows = toRows;
    getStyleClass().add("fl-rules-bar");
    setAlignment(Pos.CENTER_LEFT);
    find.getStyleClass().add("fl-field");
    find.promptTextProperty().bind(Words.bind("find.prompt"));
    find.accessibleTextProperty().bind(Words.bind("find"));
    find.textProperty().bindBidirectional(model.searchProperty());
    find.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    getChildren().add(find);
    ToggleGroup group = new ToggleGroup();
    for (Show show : Show.values()) {
      ToggleButton chip = new ToggleButton();
      chip.getStyleClass().add("fl-filter-chip");
      chip.setMinWidth(Region.USE_PREF_SIZE);
      chip.setToggleGroup(group);
      chip.setOnAction(
          e -> {
            chip.setSelected(true);
            model.filter(show);
          });
      chips.put(show, chip);
      getChildren().add(chip);
    }
    hint.textProperty().bind(Words.bind("hint"));
    hint.visibleProperty().bind(widthProperty().greaterThan(HINT_FROM_PX));
    hint.managedProperty().bind(hint.visibleProperty());
    hint.setMinWidth(0);
    columns.getStyleClass().addAll("fl-button", "flat", "fl-rules-columns");
    columns.setGraphic(Icons.of(Feather.SLIDERS));
    columns.textProperty().bind(Words.bind("columns"));
    columns.accessibleTextProperty().bind(Words.bind("columns"));
    columns.setMinWidth(Region.USE_PREF_SIZE);
    columns.setOnShowing(e -> fillColumns());
    fillColumns();
    getChildren().addAll(Controls.spacer(), hint, columns);
    model.showProperty().subscribe(now -> chips.forEach((show, c) -> c.setSelected(show == now)));
    model.revisionProperty().subscribe(r -> count());
  }

  private void count() {
    chips.forEach(
        (show, chip) -> {
          int n = model.count(show);
          String text = Words.get("show." + show.key(), n);
          chip.setText(text);
          chip.setAccessibleText(text);
          chip.getStyleClass().remove("warn");
          if (show == Show.PROBLEMS && n > 0) {
            chip.getStyleClass().add("warn");
          }
        });
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !find.getText().isEmpty()) {
      find.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER
        || event.getCode() == KeyCode.DOWN
        || event.getCode() == KeyCode.ESCAPE) {
      toRows.run();
      event.consume();
    }
  }

  private void fillColumns() {
    columns.getItems().clear();
    for (Column column : Column.values()) {
      if (!column.isFrozen()) {
        CheckMenuItem item = new CheckMenuItem(column.title());
        item.setSelected(model.column(column) >= 0);
        item.setOnAction(e -> setShown(column, item.isSelected()));
        columns.getItems().add(item);
      }
    }
    MenuItem reset = new MenuItem(Words.get("columns.reset"));
    reset.setOnAction(e -> model.setLayout(TableLayout.FIRST));
    columns.getItems().addAll(new SeparatorMenuItem(), reset);
  }

  private void setShown(Column column, boolean shown) {
    TableLayout now = model.layoutProperty().get();
    Set<Column> hidden = EnumSet.noneOf(Column.class);
    hidden.addAll(now.hidden());
    if (shown) {
      hidden.remove(column);
    } else {
      hidden.add(column);
    }
    model.setLayout(new TableLayout(now.order(), now.widths(), hidden));
  }

  /** Shows behind the chips what of the mapping is looked at. */
  void setLens(Node chip) {
    getChildren().add(1 + chips.size(), chip);
  }

  void focusFind() {
    find.requestFocus();
    find.selectAll();
  }

  /** How large the text is. */
  ObservableValue<Font> fontProperty() {
    return find.fontProperty();
  }
}
