package fieldloom.ui.tests;

import fieldloom.pack.TestCoverage;
import fieldloom.pack.TestCoverage.Untouched;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** What no test case touches, one a line; one that is clicked shows in the mapping. */
final class GapsList extends ListView<Untouched> {
  private final TestsViewModel model;
  private final CaseCommands commands;
  private final ObservableList<Untouched> gaps = FXCollections.observableArrayList();

  GapsList(TestsViewModel model, CaseCommands commands) {
    this.model = model;
    this.commands = commands;
    setItems(gaps);
    getStyleClass().add("fl-gaps");
    accessibleTextProperty().bind(Words.TEXTS.bind("gaps"));
    Label none = Controls.label("", "fl-muted");
    none.textProperty().bind(Words.TEXTS.bind("gaps.none"));
    setPlaceholder(none);
    setCellFactory(list -> new Cell());
    setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            go(getSelectionModel().getSelectedItem());
            e.consume();
          }
        });
    model.reportProperty().subscribe(report -> show());
    Texts.follow(this, GapsList::refresh);
  }

  private void show() {
    TestCoverage coverage = model.coverage();
    gaps.setAll(coverage == null ? List.of() : coverage.untouched());
  }

  private void go(@Nullable Untouched gap) {
    if (gap == null) {
      return;
    }
    switch (gap) {
      case TestCoverage.Rows _, TestCoverage.Otherwise _ -> commands.showTables();
      case TestCoverage.WholeRule _,
          TestCoverage.Condition _,
          TestCoverage.NoItems _,
          TestCoverage.Branch _,
          TestCoverage.Fallback _ ->
          model.go(gap);
    }
  }

  private final class Cell extends ListCell<Untouched> {
    Cell() {
      setPrefWidth(0);
      setOnMouseClicked(
          e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
              go(getItem());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Untouched gap, boolean empty) {
      super.updateItem(gap, empty);
      String text = gap == null || empty ? "" : Words.of(gap);
      setText(text);
      setAccessibleText(text);
    }
  }
}
