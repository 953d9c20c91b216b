package fieldloom.ui.shell;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Every command with its key, and every field of the open mapping, found by typing. */
final class Palette extends Dialog {
  private static final int FIELDS_SHOWN = 50;
  private static final double ROW_PX = 32;
  private static final double TEXT_PX = 13;

  private final Workbench bench;
  private final Commands commands;
  private final TextField find = new TextField();
  private final ListView<Entry> list = new ListView<>();
  private final List<FieldNames.Named> fields;

  /** Something to choose: a command or a field. */
  private record Entry(
      String title, String about, String key, Feather icon, boolean on, Runnable action) {}

  Palette(Workbench bench, Commands commands) {
    super(Workbench.TEXTS.get("command.palette"));
    this.bench = bench;
    this.commands = commands;
    OpenMapping open = bench.openProperty().get();
    fields = open == null ? List.of() : FieldNames.of(open.session());
    getStyleClass().add("fl-palette");
    find.getStyleClass().add("fl-field");
    find.setPromptText(Workbench.TEXTS.get("palette.prompt"));
    find.setAccessibleText(Workbench.TEXTS.get("palette.prompt"));
    list.setCellFactory(view -> new Cell());
    find.fontProperty()
        .subscribe(
            font -> {
              double row = Math.round(ROW_PX * font.getSize() / TEXT_PX);
              list.setFixedCellSize(row);
              list.setPrefHeight(row * 10);
            });
    list.setMinHeight(0);
    list.setPlaceholder(Controls.label(Workbench.TEXTS.get("palette.none"), "fl-muted"));
    list.setFocusTraversable(false);
    list.setOnMouseClicked(e -> choose());
    body().getChildren().addAll(find, list);
    find.textProperty().addListener((o, was, is) -> fill());
    find.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    startAt(find);
    fill();
  }

  private void key(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    KeyCode code = event.getCode();
    if (code == KeyCode.DOWN || code == KeyCode.UP) {
      int next = Math.clamp(at + (code == KeyCode.DOWN ? 1 : -1), 0, list.getItems().size());
      list.getSelectionModel().select(Math.min(next, list.getItems().size() - 1));
      list.scrollTo(list.getSelectionModel().getSelectedIndex());
      event.consume();
    } else if (code == KeyCode.ENTER) {
      choose();
      event.consume();
    }
  }

  private void fill() {
    List<Entry> found = new ArrayList<>();
    for (Command command : commands.all()) {
      if (command != commands.palette && command.matches(find.getText())) {
        found.add(
            new Entry(
                command.title().getValue(),
                command.reason().getValue(),
                command.keyText(),
                command.icon(),
                command.isOn(),
                command::run));
      }
    }
    String text = find.getText().strip();
    if (!text.isEmpty()) {
      fields.stream()
          .filter(f -> f.matches(text))
          .limit(FIELDS_SHOWN)
          .map(this::entry)
          .forEach(found::add);
    }
    list.getItems().setAll(found);
    list.getSelectionModel().selectFirst();
  }

  private Entry entry(FieldNames.Named named) {
    String side =
        Workbench.TEXTS.get(named.side() == Side.SOURCE ? "palette.source" : "palette.target");
    return new Entry(
        named.field().toString(),
        named.title().isEmpty() ? side : named.title() + " · " + side,
        "",
        Feather.HASH,
        true,
        () -> {
          OpenMapping open = bench.openProperty().get();
          if (open != null) {
            bench.screenProperty().set(Screen.MAPPING);
            open.session().select(Selection.field(named.side(), named.field()));
          }
        });
  }

  private void choose() {
    Entry entry = list.getSelectionModel().getSelectedItem();
    if (entry != null && entry.on()) {
      close();
      entry.action().run();
    }
  }

  private static final class Cell extends ListCell<Entry> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (entry == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Label about = Controls.label(entry.about(), "fl-muted", "fl-small");
      about.setMinWidth(0);
      Label title = Controls.label(entry.title(), entry.on() ? "fl-medium" : "fl-muted");
      title.setMinWidth(USE_PREF_SIZE);
      HBox row = new HBox(8, Icons.small(entry.icon()), title, about, Controls.spacer());
      if (!entry.key().isEmpty()) {
        Label key = Controls.key(entry.key());
        key.setMinWidth(USE_PREF_SIZE);
        row.getChildren().add(key);
      }
      row.setAlignment(Pos.CENTER_LEFT);
      setGraphic(row);
      setAccessibleText(entry.title());
    }
  }
}
