package fieldloom.ui.jobs;

import fieldloom.store.Store.Run;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The jobs of the workspace, 328 px wide: find, filter, state, when each ran last. */
final class JobList extends VBox {
  private final JobsViewModel model;
  private final FilteredList<JobEntry> shown;
  private final ListView<JobEntry> list;
  private final TextField find = new TextField();
  private final JobFilters filters;

  JobList(JobsViewModel model) {
    this.model = model;
    getStyleClass().add("fl-jobs-list");
    find.getStyleClass().add("fl-field");
    find.promptTextProperty().bind(RunWords.TEXTS.bind("find"));
    find.accessibleTextProperty().bind(RunWords.TEXTS.bind("find"));
    HBox head = new HBox(Icons.of(Feather.SEARCH), find);
    head.getStyleClass().add("fl-jobs-find");
    head.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(find, Priority.ALWAYS);
    filters = new JobFilters(model, this::filter);
    shown = new FilteredList<>(model.entries());
    list = new ListView<>(shown);
    list.setCellFactory(view -> new Cell());
    list.accessibleTextProperty().bind(RunWords.TEXTS.bind("list"));
    list.setPlaceholder(new Label());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, filters, list);
    find.textProperty().addListener((o, was, is) -> filter());
    select(model.selectedProperty().get());
    list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> choose(is));
    model.selectedProperty().addListener((o, was, is) -> select(is));
    model.movesProperty().addListener((o, was, is) -> list.refresh());
    Texts.follow(list, ListView::refresh);
  }

  private void filter() {
    String text = find.getText().strip().toLowerCase(Locale.ROOT);
    shown.setPredicate(
        entry ->
            (entry.name() + " " + entry.mapping()).toLowerCase(Locale.ROOT).contains(text)
                && filters.lets(entry));
    select(model.selectedProperty().get());
  }

  private void choose(@Nullable JobEntry entry) {
    if (entry != null && !entry.isSame(model.selectedProperty().get())) {
      model.selectedProperty().set(entry);
    }
  }

  private void select(@Nullable JobEntry entry) {
    for (JobEntry each : shown) {
      if (each.isSame(entry)) {
        list.getSelectionModel().select(each);
        return;
      }
    }
    list.getSelectionModel().clearSelection();
  }

  /** One job: dot and name, below what it did last. */
  private final class Cell extends ListCell<JobEntry> {
    private final Region dot = new Region();
    private final Label name = Controls.label("", "fl-bold");
    private final Label did = Controls.label("", "fl-small", "fl-muted");
    private final Label when = Controls.label("", "fl-small", "fl-muted");
    private final SimpleObjectProperty<String> tone = new SimpleObjectProperty<>("neutral");
    private final HBox row;

    Cell() {
      dot.getStyleClass().addAll("fl-dot", tone.get());
      tone.addListener(
          (o, was, is) -> {
            dot.getStyleClass().remove(was);
            dot.getStyleClass().add(is);
          });
      name.setMaxWidth(Double.MAX_VALUE);
      when.setMinWidth(Region.USE_PREF_SIZE);
      HBox below = new HBox(8, did, Controls.spacer(), when);
      VBox text = new VBox(2, name, below);
      HBox.setHgrow(text, Priority.ALWAYS);
      text.setMinWidth(0);
      row = new HBox(8, dot, text);
      HBox.setMargin(dot, new javafx.geometry.Insets(6, 0, 0, 0));
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable JobEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (entry == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      name.setText(entry.name());
      Run last = entry.last();
      ActiveRun active = model.activeOf(entry);
      if (active != null) {
        tone.set("accent");
        did.setText(RunWords.TEXTS.get("entry.running", RunWords.count(active.counts().read())));
        when.setText(RunWords.moment(active.started()));
      } else if (last == null) {
        tone.set("neutral");
        did.setText(RunWords.TEXTS.get("entry.never"));
        when.setText("");
      } else {
        tone.set(RunWords.tone(last).styleClass());
        did.setText(
            last.counts().failed() > 0
                ? RunWords.TEXTS.get(
                    "entry.errors",
                    RunWords.state(last),
                    RunWords.count(last.counts().written()),
                    RunWords.count(last.counts().failed()))
                : RunWords.TEXTS.get(
                    "entry.done", RunWords.state(last), RunWords.count(last.counts().written())));
        when.setText(RunWords.moment(last.started()));
      }
      setAccessibleText(entry.name() + ", " + did.getText());
      setGraphic(row);
    }
  }
}
