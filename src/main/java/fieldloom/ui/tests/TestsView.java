package fieldloom.ui.tests;

import fieldloom.ui.kit.Columns;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.kit.Tone;
import fieldloom.ui.tests.TestResult.Difference;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The dock under the canvas: each test case with ✓ or ✗, and the differences of one. */
public final class TestsView extends VBox {
  private static final Texts TEXTS = Texts.of(TestsView.class);

  private final TestsViewModel model;
  private final Label passed = Controls.chip("", Tone.GOOD);
  private final Label failed = Controls.chip("", Tone.BAD);
  private final Label stale = Controls.chip("", Tone.WARNING);
  private final VBox strip = new VBox();
  private final ListView<TestResult> cases;
  private final TableView<Difference> differences = new TableView<>();
  private final Label none = Controls.label("", "fl-muted");

  public TestsView(TestsViewModel model) {
    this.model = model;
    getStyleClass().add("fl-tests");
    getStylesheets().add(Theme.css(TestsView.class, "tests.css"));
    Label heading = Controls.label("", "fl-bold");
    heading.textProperty().bind(TEXTS.bind("heading"));
    stale.textProperty().bind(TEXTS.bind("stale"));
    stale.visibleProperty().bind(model.staleProperty());
    Button again = Controls.button(TEXTS.bind("again"), Feather.PLAY);
    again.disableProperty().bind(model.runningProperty());
    again.setOnAction(e -> model.run());
    HBox head = new HBox(heading, passed, failed, stale, Controls.spacer(), again);
    head.getStyleClass().add("fl-pane-head");
    cases = new ListView<>(model.results());
    cases.setCellFactory(view -> new CaseCell());
    cases.setPrefWidth(260);
    cases.setMinWidth(220);
    cases.accessibleTextProperty().bind(TEXTS.bind("heading"));
    Label wait = Controls.label("", "fl-muted");
    wait.textProperty().bind(TEXTS.bind("not-run"));
    cases.setPlaceholder(wait);
    cases
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> showDifferences(is));
    HBox body = new HBox(cases, table());
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head, strip, body);
    model.results().addListener((ListChangeListener<TestResult>) change -> show());
    model.problemProperty().addListener((o, was, is) -> showProblem(is));
    Texts.follow(this, TestsView::show);
    show();
    setMinHeight(160);
    setPrefHeight(302);
  }

  private TableView<Difference> table() {
    differences.getStyleClass().add("fl-table");
    differences.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    differences.setPlaceholder(none);
    differences.accessibleTextProperty().bind(TEXTS.bind("differences"));
    differences.getColumns().add(column("field", 260, Difference::path));
    differences.getColumns().add(column("expected", 240, Difference::expected));
    differences.getColumns().add(column("actual", 240, Difference::actual));
    Columns.followText(differences);
    HBox.setHgrow(differences, Priority.ALWAYS);
    return differences;
  }

  private static TableColumn<Difference, String> column(
      String key, double widthPx, Function<Difference, String> value) {
    TableColumn<Difference, String> column = new TableColumn<>();
    column.textProperty().bind(TEXTS.bind(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setPrefWidth(widthPx);
    return column;
  }

  private void show() {
    long good = model.results().stream().filter(TestResult::passed).count();
    long bad = model.results().size() - good;
    passed.setText(TEXTS.get("passed", good));
    failed.setText(TEXTS.get("failed", bad));
    passed.setVisible(good > 0);
    passed.setManaged(good > 0);
    failed.setVisible(bad > 0);
    failed.setManaged(bad > 0);
    model.results().stream()
        .filter(result -> !result.passed())
        .findFirst()
        .ifPresentOrElse(
            cases.getSelectionModel()::select, () -> cases.getSelectionModel().selectFirst());
    showDifferences(cases.getSelectionModel().getSelectedItem());
  }

  private void showDifferences(@Nullable TestResult result) {
    if (result == null) {
      differences.getItems().clear();
      none.setText("");
      return;
    }
    differences.getItems().setAll(result.differences());
    none.setText(result.problem() != null ? result.problem() : TEXTS.get("equal"));
  }

  private void showProblem(String sentence) {
    strip.getChildren().clear();
    if (!sentence.isEmpty()) {
      strip.getChildren().add(Strip.bad(sentence));
    }
  }

  private static final class CaseCell extends ListCell<TestResult> {
    CaseCell() {
      // As wide as the list: a long name ends in dots instead of making it scroll.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TestResult result, boolean empty) {
      super.updateItem(result, empty);
      getStyleClass().removeAll("fl-good", "fl-bad");
      if (result == null || empty) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(result.name());
      setGraphic(Icons.small(result.passed() ? Feather.CHECK : Feather.X));
      getStyleClass().add(result.passed() ? "fl-good" : "fl-bad");
      setAccessibleText(
          result.name() + ", " + TEXTS.get(result.passed() ? "case.passed" : "case.failed"));
    }
  }
}
