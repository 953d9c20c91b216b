package fieldloom.ui.tests;

import fieldloom.pack.comparison.FieldResult.Kind;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Tone;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Above the fields: which case is shown, how it came out, and what can be done with it. */
final class TestsHead extends HBox {
  private final TestsViewModel model;
  private final ComboBox<CaseLine> cases = new ComboBox<>();
  private final Label differ = Controls.chip("", Tone.BAD);
  private final Label equal = Controls.chip("", Tone.GOOD);
  private final Label ignored = Controls.chip("", Tone.NEUTRAL);
  private final Button ignore;
  private boolean showing;

  TestsHead(TestsViewModel model, CaseCommands commands) {
    this.model = model;
    getStyleClass().add("fl-pane-head");
    Label heading = Controls.label("", "fl-bold");
    heading.textProperty().bind(Words.TEXTS.bind("heading"));
    heading.setMinWidth(USE_PREF_SIZE);
    cases.getStyleClass().add("fl-field");
    cases.setMaxWidth(220);
    cases.setMinWidth(90);
    cases.accessibleTextProperty().bind(Words.TEXTS.bind("case"));
    cases.setCellFactory(list -> new CaseCell());
    cases.setButtonCell(new CaseCell());
    cases
        .valueProperty()
        .subscribe(
            line -> {
              if (!showing) {
                model.choose(line);
              }
            });
    Label stale = Controls.chip("", Tone.WARNING);
    stale.textProperty().bind(Words.TEXTS.bind("stale"));
    stale.visibleProperty().bind(model.staleProperty());
    stale.managedProperty().bind(stale.visibleProperty());
    Button accept = Controls.button(Words.TEXTS.bind("accept"), Feather.CHECK);
    accept.setOnAction(e -> model.accept());
    accept.disableProperty().bind(cannotAccept());
    Controls.tip(accept, Words.TEXTS.bind("accept.tip"));
    ignore = Controls.button(Words.TEXTS.bind("ignore"), Feather.MINUS);
    ignore.setOnAction(e -> model.ignore());
    ignore.disableProperty().bind(model.currentProperty().map(row -> false).orElse(true));
    Button run = Controls.button(Words.TEXTS.bind("run"), Feather.PLAY);
    run.textProperty().unbind();
    run.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Words.TEXTS.get("run-all", model.cases().size()),
                model.cases(),
                Texts.languageProperty()));
    run.accessibleTextProperty().unbind();
    run.accessibleTextProperty().bind(run.textProperty());
    run.setOnAction(e -> model.run());
    getChildren().addAll(heading, cases, differ, equal, ignored, stale, Controls.spacer());
    getChildren().addAll(accept, ignore, run, more(commands));
    getChildren().stream()
        .filter(Button.class::isInstance)
        .forEach(button -> ((Button) button).setMinWidth(USE_PREF_SIZE));
    model.cases().subscribe(this::show);
    model.chosenProperty().subscribe(line -> show());
    model.rows().subscribe(this::show);
    model.currentProperty().subscribe(row -> tellIgnore());
    Texts.follow(this, TestsHead::show);
    show();
  }

  private ObservableValue<Boolean> cannotAccept() {
    return model
        .chosenProperty()
        .map(line -> line.result() == null || line.passed() || line.result().outputs().isEmpty())
        .orElse(true);
  }

  private MenuButton more(CaseCommands commands) {
    MenuButton more = new MenuButton();
    more.getStyleClass().addAll("fl-button", "fl-more");
    more.setGraphic(Icons.of(Feather.MORE_HORIZONTAL));
    more.accessibleTextProperty().bind(Words.TEXTS.bind("more"));
    CheckMenuItem only = new CheckMenuItem();
    only.textProperty().bind(Words.TEXTS.bind("differences-only"));
    only.selectedProperty().bindBidirectional(model.differencesOnlyProperty());
    MenuItem all = item("accept-all", model::acceptAll);
    all.disableProperty().bind(cannotAccept());
    MenuItem keep = item("keep", commands::keepSample);
    MenuItem rename = item("rename", () -> named(commands::rename));
    MenuItem delete = item("delete", () -> named(commands::delete));
    for (MenuItem each : List.of(rename, delete)) {
      each.disableProperty().bind(model.chosenProperty().map(line -> false).orElse(true));
    }
    more.getItems().addAll(only, all, new SeparatorMenuItem(), keep, rename, delete);
    return more;
  }

  private void named(Consumer<String> action) {
    CaseLine line = model.chosenProperty().get();
    if (line != null) {
      action.accept(line.name());
    }
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(Words.TEXTS.bind(key));
    item.setOnAction(e -> action.run());
    return item;
  }

  private void show() {
    showing = true;
    cases.getItems().setAll(model.cases());
    cases.setValue(model.chosenProperty().get());
    showing = false;
    chip(differ, "differ", model.differing());
    chip(equal, "equal-n", model.count(Kind.EQUAL, Kind.EQUAL_BY_VALUE));
    chip(ignored, "ignored-n", model.count(Kind.IGNORED));
    tellIgnore();
  }

  private void tellIgnore() {
    FieldRow row = model.currentProperty().get();
    boolean back = row != null && row.result().kind() == Kind.IGNORED;
    ignore.textProperty().unbind();
    ignore.textProperty().bind(Words.TEXTS.bind(back ? "compare" : "ignore"));
    ignore.accessibleTextProperty().unbind();
    ignore.accessibleTextProperty().bind(ignore.textProperty());
  }

  private static void chip(Label chip, String key, long count) {
    chip.setText(Words.TEXTS.get(key, count));
    chip.setMinWidth(USE_PREF_SIZE);
    chip.setVisible(count > 0);
    chip.setManaged(count > 0);
  }

  private static final class CaseCell extends ListCell<CaseLine> {
    @Override
    protected void updateItem(@Nullable CaseLine line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().removeAll("fl-good", "fl-bad");
      if (line == null || empty) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(line.name());
      boolean known = line.result() != null;
      setGraphic(known ? Icons.small(line.passed() ? Feather.CHECK : Feather.X) : null);
      if (known) {
        getStyleClass().add(line.passed() ? "fl-good" : "fl-bad");
      }
      String key = !known ? "case.not-run" : line.passed() ? "case.passed" : "case.failed";
      setAccessibleText(line.name() + ", " + Words.TEXTS.get(key));
    }
  }
}
