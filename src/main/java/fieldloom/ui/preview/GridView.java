package fieldloom.ui.preview;

import fieldloom.ui.kit.Columns;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Several samples beside each other: a column a sample, a row a target field. */
final class GridView extends VBox {
  private static final Texts TEXTS = PreviewView.TEXTS;

  private final GridViewModel model;
  private final MenuButton choice = new MenuButton();
  private final VBox strip = new VBox();
  private final TableView<SamplesGrid.Row> table = new TableView<>();
  private List<String> shown = List.of();

  GridView(GridViewModel model) {
    this.model = model;
    CheckBox only = new CheckBox();
    only.textProperty().bind(TEXTS.bind("grid.differing"));
    only.selectedProperty().bindBidirectional(model.onlyDifferingProperty());
    choice.getStyleClass().add("small");
    HBox bar = new HBox(12, choice, only);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("fl-document-bar");
    table.getStyleClass().add("fl-table");
    table.accessibleTextProperty().bind(TEXTS.bind("grid.table"));
    Label none = Controls.label("", "fl-muted");
    none.textProperty().bind(TEXTS.bind("grid.none"));
    table.setPlaceholder(none);
    table.setRowFactory(t -> new Row());
    table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> select(is));
    Columns.followText(table);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(bar, strip, table);
    model.gridProperty().subscribe(grid -> show());
    model.onlyDifferingProperty().subscribe((was, is) -> show());
    model.problemProperty().subscribe(this::tell);
    model.chosen().addListener((ListChangeListener<String>) change -> showChoice());
    model.samples().addListener((ListChangeListener<String>) change -> showChoice());
    model.activeProperty().bind(sceneProperty().isNotNull());
    Texts.follow(this, GridView::showChoice);
    showChoice();
  }

  private void select(SamplesGrid.@Nullable Row row) {
    if (row != null) {
      model.select(row);
    }
  }

  private void showChoice() {
    choice.setText(TEXTS.get("grid.chosen", model.chosen().size(), model.samples().size()));
    choice.setAccessibleText(choice.getText());
    choice.getItems().clear();
    for (String sample : model.samples()) {
      CheckMenuItem item = new CheckMenuItem(sample.substring(sample.lastIndexOf('/') + 1));
      item.setMnemonicParsing(false);
      item.setSelected(model.chosen().contains(sample));
      item.setOnAction(e -> model.choose(sample, item.isSelected()));
      choice.getItems().add(item);
    }
  }

  private void show() {
    SamplesGrid grid = model.gridProperty().get();
    List<String> names = grid.columns().stream().map(SampleRuns.Column::name).toList();
    if (!names.equals(shown) || table.getColumns().isEmpty()) {
      shown = names;
      List<TableColumn<SamplesGrid.Row, String>> columns = new ArrayList<>();
      TableColumn<SamplesGrid.Row, String> field =
          column(Columns.width(table, 190), row -> row.field().path().toString());
      field.textProperty().bind(TEXTS.bind("grid.field"));
      TableColumn<SamplesGrid.Row, String> mark =
          column(Columns.width(table, 30), row -> row.differs() ? "≠" : "");
      mark.setText("≠");
      mark.setResizable(false);
      columns.add(mark);
      columns.add(field);
      for (int i = 0; i < names.size(); i++) {
        int at = i;
        TableColumn<SamplesGrid.Row, String> column =
            column(Columns.width(table, 150), row -> row.value(at));
        column.setText(grid.columns().get(i).fileName());
        columns.add(column);
      }
      table.getColumns().setAll(columns);
    }
    SamplesGrid.Row selected = table.getSelectionModel().getSelectedItem();
    table.getItems().setAll(model.rows());
    if (selected != null) {
      table.getItems().stream()
          .filter(row -> row.field().equals(selected.field()))
          .findFirst()
          .ifPresent(table.getSelectionModel()::select);
    }
  }

  private static TableColumn<SamplesGrid.Row, String> column(
      double widthPx, Function<SamplesGrid.Row, String> value) {
    TableColumn<SamplesGrid.Row, String> column = new TableColumn<>();
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(widthPx);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setCellFactory(c -> new Cell());
    return column;
  }

  private void tell(String sentence) {
    strip.getChildren().clear();
    if (!sentence.isEmpty()) {
      strip.getChildren().add(Strip.bad(sentence));
    }
  }

  private static final class Cell extends TableCell<SamplesGrid.Row, String> {
    @Override
    protected void updateItem(@Nullable String value, boolean empty) {
      super.updateItem(value, empty);
      getStyleClass().remove("fl-mono");
      setText(empty ? null : value);
      if (!empty) {
        getStyleClass().add("fl-mono");
      }
    }
  }

  private static final class Row extends TableRow<SamplesGrid.Row> {
    @Override
    protected void updateItem(SamplesGrid.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      setAccessibleText(row == null ? null : spoken(row));
    }

    private static String spoken(SamplesGrid.Row row) {
      String values = String.join(", ", row.values());
      return TEXTS.get(
          row.differs() ? "grid.row.differs" : "grid.row", row.field().path().toString(), values);
    }
  }
}
