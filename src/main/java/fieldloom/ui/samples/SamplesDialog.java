package fieldloom.ui.samples;

import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.FileDrops;
import fieldloom.ui.kit.Loading;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The samples of a mapping: choose, rename, take away, and where new ones come from. */
public final class SamplesDialog extends Dialog {
  static final Texts TEXTS = Texts.of(SamplesDialog.class);
  private static final double WIDTH_PX = 620;
  private static final double LIST_PX = 170;
  private static final int TEXT_ROWS = 6;

  private final SamplesViewModel model;
  private final ListView<String> list;
  private final VBox strip = new VBox();

  /**
   * @param filters endings of files that samples of the source come in
   * @param origins further ways by which samples come
   */
  public SamplesDialog(
      SamplesViewModel model,
      Choosers choosers,
      List<Choosers.Filter> filters,
      List<SampleOrigin> origins) {
    super(TEXTS.get("heading"));
    this.model = model;
    list = new ListView<>(model.samples());
    list.setPrefHeight(LIST_PX);
    list.setMinHeight(LIST_PX / 2);
    list.setCellFactory(view -> new Cell());
    list.setAccessibleText(TEXTS.get("heading"));
    Label none = Controls.label(TEXTS.get("none"), "fl-muted");
    list.setPlaceholder(none);
    Button file = Controls.button(TEXTS.get("file"), Feather.FOLDER);
    file.setOnAction(e -> model.add(choosers.openAll(TEXTS.get("file.choose"), filters)));
    HBox from = new HBox(8, file);
    for (SampleOrigin origin : origins) {
      Button button = Controls.button(origin.name(), origin.icon());
      button.setOnAction(e -> origin.open().run());
      from.getChildren().add(button);
    }
    Loading loading = new Loading(model.busyProperty(), TEXTS.bind("reading"), model::cancel);
    body().setSpacing(8);
    body().setPrefWidth(WIDTH_PX);
    body().getChildren().addAll(list, listButtons(), from, web(), paste(), loading, strip);
    Button close = addButton(Controls.primary(TEXTS.get("close")));
    close.setDefaultButton(true);
    close.setOnAction(e -> close());
    list.getSelectionModel().select(model.shown());
    model.problemProperty().subscribe(now -> tell());
    model.noteProperty().subscribe(now -> tell());
    FileDrops.onto(this, model::add);
    startAt(list);
  }

  private HBox listButtons() {
    BooleanBinding nothing = list.getSelectionModel().selectedItemProperty().isNull();
    Button show = Controls.button(TEXTS.get("show"), Feather.EYE);
    show.setOnAction(e -> selected().ifPresent(model::choose));
    TextField name = new TextField();
    name.getStyleClass().add("fl-field");
    name.setAccessibleText(TEXTS.get("name"));
    name.setPromptText(TEXTS.get("name"));
    HBox.setHgrow(name, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(sample -> name.setText(sample == null ? "" : last(sample)));
    Button rename = Controls.button(TEXTS.get("rename"), Feather.EDIT_2);
    rename.setOnAction(
        e -> selected().ifPresent(sample -> model.rename(sample, name.getText().strip())));
    Button remove = Controls.button(TEXTS.get("remove"), Feather.TRASH_2);
    remove.setOnAction(e -> selected().ifPresent(model::remove));
    show.disableProperty().bind(nothing);
    remove.disableProperty().bind(nothing);
    rename
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> selected().map(s -> last(s).equals(name.getText().strip())).orElse(true),
                name.textProperty(),
                list.getSelectionModel().selectedItemProperty()));
    HBox row = new HBox(8, show, name, rename, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private VBox web() {
    TextField address = new TextField();
    address.getStyleClass().add("fl-field");
    address.setPromptText("https://");
    address.setAccessibleText(TEXTS.get("address"));
    HBox.setHgrow(address, Priority.ALWAYS);
    Button fetch = Controls.button(TEXTS.get("fetch"), Feather.DOWNLOAD_CLOUD);
    fetch.disableProperty().bind(address.textProperty().map(String::isBlank));
    LoginForm login = new LoginForm(address.textProperty());
    fetch.setOnAction(e -> model.fetch(address.getText(), login.login()));
    HBox row = new HBox(8, address, login.toggle(), fetch);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(6, row, login);
  }

  private VBox paste() {
    TextArea text = new TextArea();
    text.setPrefRowCount(TEXT_ROWS);
    text.setPromptText(TEXTS.get("paste.prompt"));
    text.setAccessibleText(TEXTS.get("paste.text"));
    text.getStyleClass().add("fl-mono");
    TextField name = new TextField();
    name.getStyleClass().add("fl-field");
    name.setPromptText(TEXTS.get("paste.name"));
    name.setAccessibleText(TEXTS.get("paste.name"));
    HBox.setHgrow(name, Priority.ALWAYS);
    Button add = Controls.button(TEXTS.get("paste"), Feather.CLIPBOARD);
    add.disableProperty().bind(text.textProperty().map(String::isBlank));
    add.setOnAction(e -> model.paste(name.getText(), text.getText()));
    return new VBox(6, text, new HBox(8, name, add));
  }

  private Optional<String> selected() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private void tell() {
    String problem = model.problemProperty().get();
    String note = model.noteProperty().get();
    Node shown = problem.isEmpty() ? note.isEmpty() ? null : Strip.good(note) : Strip.bad(problem);
    strip.getChildren().clear();
    if (shown != null) {
      strip.getChildren().add(shown);
    }
    list.refresh();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private final class Cell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String sample, boolean empty) {
      super.updateItem(sample, empty);
      if (sample == null || empty) {
        setText(null);
        setAccessibleText(null);
        return;
      }
      boolean now = sample.equals(model.shown());
      setText(now ? TEXTS.get("shown", sample) : sample);
      setAccessibleText(getText());
    }
  }
}
