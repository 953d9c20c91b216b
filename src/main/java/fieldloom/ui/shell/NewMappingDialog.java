package fieldloom.ui.shell;

import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Asks for the two files of a new mapping and its name. */
final class NewMappingDialog extends Dialog {
  private static final fieldloom.ui.kit.Texts TEXTS = Workbench.TEXTS;

  private final Choosers choosers;
  private final ObjectProperty<@Nullable Path> source = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Path> target = new SimpleObjectProperty<>();
  private final TextField name = new TextField();
  private final Label problem = Controls.label("", "fl-bad", "fl-small");
  private String suggested = "";

  /**
   * @param catalog shows the catalog, where documents are chosen instead of files
   */
  NewMappingDialog(Choosers choosers, Consumer<NewMapping> create, Runnable catalog) {
    super(TEXTS.get("new.title"));
    this.choosers = choosers;
    Button first = chooser("source", source);
    body()
        .getChildren()
        .addAll(
            row("new.source", file("source", source), first),
            row("new.target", file("target", target), chooser("target", target)),
            row("new.name", name, null),
            problem,
            fromCatalog(catalog));
    name.getStyleClass().add("fl-field");
    name.setAccessibleText(TEXTS.get("new.name"));
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    source.addListener((o, was, is) -> suggest());
    target.addListener((o, was, is) -> suggest());
    Button cancel = addButton(Controls.button(TEXTS.get("new.cancel")));
    cancel.setOnAction(e -> close());
    Button make = addButton(Controls.primary(TEXTS.get("new.create")));
    make.setAccessibleText(TEXTS.get("new.create"));
    make.setDefaultButton(true);
    make.setOnAction(e -> create(create));
    startAt(first);
  }

  private HBox fromCatalog(Runnable catalog) {
    Label words = Controls.label(TEXTS.get("new.catalog.about"), "fl-muted", "fl-small");
    words.setMinWidth(0);
    Button open = Controls.button(TEXTS.get("new.catalog"), Feather.BOOK);
    open.setAccessibleText(TEXTS.get("new.catalog"));
    open.setOnAction(
        e -> {
          close();
          catalog.run();
        });
    HBox row = new HBox(8, words, Controls.spacer(), open);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void create(Consumer<NewMapping> create) {
    Path from = source.get();
    Path to = target.get();
    if (from == null) {
      problem.setText(TEXTS.get("new.need.source"));
    } else if (to == null) {
      problem.setText(TEXTS.get("new.need.target"));
    } else if (name.getText().isBlank()) {
      problem.setText(TEXTS.get("new.need.name"));
    } else {
      close();
      create.accept(new NewMapping(from, to, name.getText().strip()));
    }
  }

  /** Offers a name of both files, unless one was typed. */
  private void suggest() {
    Path from = source.get();
    Path to = target.get();
    if (from != null && to != null && name.getText().equals(suggested)) {
      suggested = TEXTS.get("new.name.suggested", NewMapping.title(from), NewMapping.title(to));
      name.setText(suggested);
    }
  }

  private Button chooser(String side, ObjectProperty<@Nullable Path> chosen) {
    Button button = Controls.button(TEXTS.get("new.choose"), Feather.FOLDER);
    button.setAccessibleText(TEXTS.get("new.choose." + side));
    button.setOnAction(
        e ->
            choosers
                .open(
                    TEXTS.get("choose." + side),
                    List.of(new Choosers.Filter(TEXTS.get("filter.schema"), NewMapping.ENDINGS)))
                .ifPresent(
                    path -> {
                      chosen.set(path);
                      problem.setText("");
                    }));
    return button;
  }

  private static TextField file(String side, ObjectProperty<@Nullable Path> chosen) {
    TextField field = new TextField();
    field.setEditable(false);
    field.setFocusTraversable(false);
    field.getStyleClass().add("fl-field");
    field.setPromptText(TEXTS.get("new." + side + ".prompt"));
    field.textProperty().bind(chosen.map(Path::toString).orElse(""));
    return field;
  }

  private static HBox row(String key, TextField field, @Nullable Button button) {
    Label label = Controls.label(TEXTS.get(key), "fl-muted");
    label.setMinWidth(72);
    HBox row = new HBox(8, label, field);
    if (button != null) {
      row.getChildren().add(button);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(field, Priority.ALWAYS);
    return row;
  }
}
