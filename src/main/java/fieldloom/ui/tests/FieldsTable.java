package fieldloom.ui.tests;

import fieldloom.pack.comparison.FieldResult.Kind;
import fieldloom.ui.kit.Columns;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The fields of a test case: expected, actual, and how they stand to each other. */
final class FieldsTable extends TableView<FieldRow> {
  private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
  private static final PseudoClass IGNORED = PseudoClass.getPseudoClass("ignored");

  private final TestsViewModel model;
  private final Label none = Controls.label("", "fl-muted");

  FieldsTable(TestsViewModel model) {
    super(model.rows());
    this.model = model;
    getStyleClass().addAll("fl-table", "fl-fields");
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    none.setWrapText(true);
    setPlaceholder(none);
    accessibleTextProperty().bind(Words.TEXTS.bind("fields"));
    getColumns().add(column("field", 240, "fl-mono", FieldRow::place));
    getColumns().add(column("title", 110, "fl-plain", FieldRow::title));
    getColumns().add(column("expected", 180, "fl-mono", row -> Words.expected(row.result())));
    getColumns().add(column("actual", 180, "fl-mono", row -> Words.actual(row.result())));
    TableColumn<FieldRow, String> result =
        column("result", 130, "fl-plain", row -> Words.of(row.result().kind()));
    result.setCellFactory(column -> new ResultCell());
    getColumns().add(result);
    Columns.followText(this);
    setRowFactory(table -> new Row());
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null && row != model.currentProperty().get()) {
                model.go(row);
              }
            });
    setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            model.go(getSelectionModel().getSelectedItem());
            e.consume();
          }
        });
    model.currentProperty().subscribe(this::follow);
    model.chosenProperty().subscribe(line -> tell());
    Texts.follow(this, FieldsTable::tell);
  }

  private void follow(@Nullable FieldRow row) {
    if (row == null) {
      getSelectionModel().clearSelection();
    } else if (getSelectionModel().getSelectedItem() != row) {
      getSelectionModel().select(row);
      scrollTo(Math.max(0, getSelectionModel().getSelectedIndex() - 2));
    }
  }

  private void tell() {
    String failure = model.failure();
    CaseLine line = model.chosenProperty().get();
    String key = line == null || line.result() == null ? "not-run" : "equal";
    none.setText(failure.isEmpty() ? Words.TEXTS.get(key) : failure);
    refresh();
  }

  private static TableColumn<FieldRow, String> column(
      String key, double widthPx, String style, Function<FieldRow, String> value) {
    TableColumn<FieldRow, String> column = new TableColumn<>();
    column.textProperty().bind(Words.TEXTS.bind(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setPrefWidth(widthPx);
    column.setSortable(false);
    column.getStyleClass().add(style);
    return column;
  }

  private static Feather icon(Kind kind) {
    return switch (kind) {
      case EQUAL, EQUAL_BY_VALUE -> Feather.CHECK;
      case IGNORED -> Feather.MINUS;
      case CHANGED, MISSING, ADDED, REORDERED -> Feather.X;
    };
  }

  private static final class ResultCell extends TableCell<FieldRow, String> {
    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      FieldRow row = empty ? null : getTableRow().getItem();
      if (row == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(Words.of(row.result().kind()));
      setGraphic(Icons.small(icon(row.result().kind())));
    }
  }

  private static final class Row extends TableRow<FieldRow> {
    @Override
    protected void updateItem(@Nullable FieldRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean none = empty || row == null;
      pseudoClassStateChanged(DIFFERS, !none && row.differs());
      pseudoClassStateChanged(IGNORED, !none && row.result().kind() == Kind.IGNORED);
      setAccessibleText(
          none
              ? ""
              : Words.TEXTS.get(
                  "row",
                  row.place(),
                  Words.of(row.result().kind()),
                  Words.expected(row.result()),
                  Words.actual(row.result())));
    }
  }
}
