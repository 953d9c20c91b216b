package fieldloom.ui.jobs;

import fieldloom.model.RecordError;
import fieldloom.store.Store.Run;
import fieldloom.ui.kit.Columns;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.kit.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The errors of a run in a table, and beside it one of them with its record. */
final class ErrorsPane extends SplitPane {
  private final JobsViewModel model;
  private final TableView<RecordError> table = new TableView<>();
  private final Label heading = Controls.label("", "fl-bold");
  private final Label none = Controls.label("");
  private final Label count = Controls.label("");

  ErrorsPane(JobsViewModel model, BiConsumer<Run, List<RecordError>> keepCases) {
    this.model = model;
    getStyleClass().add("fl-errors");
    HBox head = new HBox(heading);
    head.getStyleClass().add("fl-pane-head");
    Button keep = Controls.button(RunWords.TEXTS.bind("errors.keep"), Feather.CHECK_SQUARE);
    keep.setOnAction(e -> keep(keepCases));
    keep.setMinWidth(Region.USE_PREF_SIZE);
    HBox foot = new HBox(8, count, Controls.spacer(), keep);
    foot.getStyleClass().add("fl-pane-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    table.getStyleClass().add("fl-table");
    table.setItems(model.errors());
    table.setPlaceholder(none);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.accessibleTextProperty().bind(RunWords.TEXTS.bind("errors.table"));
    table.getColumns().add(column("errors.record", 70, e -> String.valueOf(e.record())));
    table.getColumns().add(column("errors.at", 80, RecordError::at));
    table
        .getColumns()
        .add(column("errors.target", 170, e -> e.target() == null ? "–" : e.target()));
    table.getColumns().add(column("errors.reason", 260, e -> Sentences.said(e.message())));
    Columns.followText(table);
    VBox.setVgrow(table, Priority.ALWAYS);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    keep.disableProperty()
        .bind(table.getSelectionModel().selectedItemProperty().map(e -> false).orElse(true));
    VBox left = new VBox(head, table, foot);
    left.setMinWidth(260);
    ErrorDetail detail = new ErrorDetail();
    getItems().addAll(left, detail);
    setDividerPositions(0.55);
    table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> detail.show(is));
    model.errors().addListener((ListChangeListener<RecordError>) change -> changed());
    model.runProperty().addListener((o, was, is) -> changed());
    Texts.follow(this, ErrorsPane::changed);
    changed();
  }

  private static TableColumn<RecordError, String> column(
      String key, double widthPx, Function<RecordError, String> value) {
    TableColumn<RecordError, String> column = new TableColumn<>();
    column.textProperty().bind(RunWords.TEXTS.bind(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setPrefWidth(widthPx);
    return column;
  }

  private void keep(BiConsumer<Run, List<RecordError>> keepCases) {
    Run run = model.runProperty().get();
    // What is selected of a list that has changed under it may be gone.
    List<RecordError> selected =
        table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    if (run != null && !selected.isEmpty()) {
      keepCases.accept(run, selected);
    }
  }

  private void changed() {
    long failed =
        model.runProperty().get() == null ? 0 : model.runProperty().get().counts().failed();
    heading.setText(RunWords.TEXTS.get("errors", RunWords.count(failed)));
    none.setText(
        RunWords.TEXTS.get(model.runProperty().get() == null ? "errors.no-run" : "errors.none"));
    count.setText(
        RunWords.TEXTS.get(
            "errors.shown", RunWords.count(model.errors().size()), RunWords.count(failed)));
    if (!model.errors().isEmpty() && table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }
}
