package fieldloom.ui.profile;

import fieldloom.profile.FieldProfile;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Theme;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Runs the open mapping over a whole file and shows what each field held. */
public final class ProfileDialog extends Dialog {
  private final ProfileViewModel model;
  private final Choosers choosers;
  private final Consumer<FieldProfile> go;
  private final ProfileTable table;

  /**
   * For a mapping.
   *
   * @param go shows a field where it stands in the mapping; the dialog is closed before
   */
  public ProfileDialog(ProfileViewModel model, Choosers choosers, Consumer<FieldProfile> go) {
    super(Words.get("title"));
    this.model = model;
    this.choosers = choosers;
    this.go = go;
    getStyleClass().add("fl-profile-dialog");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, ProfileDialog.class, "profile.css");
              }
            });
    model.inputs().forEach((source, text) -> body().getChildren().add(input(source, text)));
    Label problem = Controls.label("", "fl-bad", "fl-small");
    problem.textProperty().bind(model.problemProperty());
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    problem.setWrapText(true);
    table = new ProfileTable(model.fields(), this::show);
    VBox.setVgrow(table, Priority.ALWAYS);
    ProfileDetail detail = new ProfileDetail(this::show);
    table.getSelectionModel().selectedItemProperty().subscribe(detail::show);
    Button start = Controls.primary(Words.get("start"));
    body().getChildren().addAll(bar(start), problem, tools(), table, detail);
    Button export = addButton(Controls.button(Words.get("export"), Feather.DOWNLOAD));
    export.setOnAction(e -> export());
    export.setDisable(true);
    model.statusProperty().subscribe(s -> export.setDisable(!model.isDone()));
    Button close = addButton(Controls.button(Words.get("close")));
    close.setOnAction(e -> cancel());
    startAt(start);
  }

  @Override
  public void cancel() {
    model.cancel();
    close();
  }

  private void show(FieldProfile field) {
    cancel();
    go.accept(field);
  }

  private HBox input(String source, StringProperty text) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(model.samples());
    box.setEditable(true);
    box.getStyleClass().add("fl-field");
    box.getEditor().textProperty().bindBidirectional(text);
    box.setMaxWidth(Double.MAX_VALUE);
    String words = Words.get("input", source);
    box.getEditor().setAccessibleText(words);
    Button choose = Controls.button(Words.get("choose"), Feather.FOLDER);
    choose.setAccessibleText(words + ": " + Words.get("choose"));
    choose.setOnAction(
        e ->
            choosers
                .open(Words.get("choose.title", source), List.of())
                .ifPresent(file -> text.set(file.toString())));
    Label label = Controls.label(words, "fl-muted", "fl-profile-label");
    HBox row = new HBox(8, label, box, choose);
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(box, Priority.ALWAYS);
    return row;
  }

  private HBox bar(Button start) {
    start.setAccessibleText(Words.get("start.spoken"));
    start.setDefaultButton(true);
    start.disableProperty().bind(model.runningProperty());
    start.setOnAction(e -> model.start());
    Button stop = Controls.button(Words.get("cancel"), Feather.SQUARE);
    stop.setAccessibleText(Words.get("cancel.spoken"));
    stop.visibleProperty().bind(model.runningProperty());
    stop.managedProperty().bind(stop.visibleProperty());
    stop.setOnAction(e -> model.cancel());
    ProgressBar progress = new ProgressBar();
    progress.visibleProperty().bind(model.runningProperty());
    progress.managedProperty().bind(progress.visibleProperty());
    progress.setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    progress.accessibleTextProperty().bind(model.statusProperty());
    Label status = Controls.label("", "fl-muted");
    status.textProperty().bind(model.statusProperty());
    status.setMinWidth(0);
    HBox bar = new HBox(12, start, stop, progress, status);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private HBox tools() {
    TextField filter = new TextField();
    filter.getStyleClass().add("fl-field");
    filter.setPromptText(Words.get("filter"));
    filter.setAccessibleText(Words.get("filter"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    HBox parts = new HBox();
    parts.getStyleClass().add("fl-segments");
    parts.setMinWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    for (ProfileViewModel.Part part : ProfileViewModel.Part.values()) {
      ToggleButton button =
          new ToggleButton(Words.get("part." + part.name().toLowerCase(Locale.ROOT)));
      button.setToggleGroup(group);
      button.setAccessibleText(button.getText());
      button.setSelected(part == model.partProperty().get());
      button.setOnAction(
          e -> {
            button.setSelected(true);
            model.partProperty().set(part);
          });
      parts.getChildren().add(button);
    }
    parts.getChildren().getFirst().getStyleClass().add("first");
    parts.getChildren().getLast().getStyleClass().add("last");
    HBox tools = new HBox(8, filter, parts);
    tools.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(filter, Priority.ALWAYS);
    return tools;
  }

  private void export() {
    List<Choosers.Filter> filters =
        List.of(
            new Choosers.Filter(Words.get("filter.xlsx"), List.of("xlsx")),
            new Choosers.Filter(Words.get("filter.csv"), List.of("csv")),
            new Choosers.Filter(Words.get("filter.html"), List.of("html")));
    choosers.save(Words.get("export.title"), "profile.xlsx", filters).ifPresent(model::export);
  }
}
