package fieldloom.ui.catalog;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Tone;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All that the schema says of one field: path, titles, limits, what its values mean. */
final class FieldDetail extends ScrollPane {
  private final TwoTitles titles =
      new TwoTitles(Controls.label("", "fl-bold"), Controls.label("", "fl-muted"), 8);
  private final Label path = Controls.label("", "fl-mono");
  private final HBox facts = new HBox(6);
  private final Label sentence = Controls.label("", "fl-muted");
  private final FlowPane values = new FlowPane(6, 6);

  FieldDetail() {
    getStyleClass().add("fl-field-detail");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    path.setMinWidth(0);
    HBox.setHgrow(titles, Priority.ALWAYS);
    Button copy = Controls.iconOnly(Feather.COPY, Words.bind("field.copy"));
    copy.getStyleClass().add("small");
    copy.setOnAction(e -> Clip.copy(path.getText()));
    HBox names = new HBox(8, titles, path, copy);
    names.setAlignment(Pos.CENTER_LEFT);
    facts.setAlignment(Pos.CENTER_LEFT);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.managedProperty().bind(sentence.textProperty().isNotEmpty());
    VBox box = new VBox(8, names, facts, sentence, values);
    box.getStyleClass().add("fl-field-detail-body");
    setContent(box);
  }

  /** Shows a field. */
  void show(FieldRow row) {
    titles.show(title(row), Words.otherTitle(row.titles()));
    path.setText(row.path().toString());
    facts.getChildren().setAll(Controls.chip(FieldWords.type(row), Tone.NEUTRAL));
    if (row.required()) {
      facts.getChildren().add(Controls.chip(Words.get("field.required"), Tone.BAD));
    }
    if (row.key()) {
      Label key = Controls.chip(Words.get("field.key"), Tone.WARNING);
      key.setGraphic(Icons.small(Feather.KEY));
      facts.getChildren().add(key);
    }
    FieldWords.rest(row)
        .forEach(text -> facts.getChildren().add(Controls.chip(text, Tone.NEUTRAL)));
    FieldWords.Meaning meaning = FieldWords.meaning(row.node().facets());
    sentence.setText(meaning.sentence());
    values.getChildren().clear();
    meaning.values().forEach((value, words) -> values.getChildren().add(value(value, words)));
    values.setManaged(!meaning.values().isEmpty());
    setVvalue(0);
  }

  private static String title(FieldRow row) {
    String title = Words.title(row.titles());
    return title.isEmpty() ? row.label() : title;
  }

  private static HBox value(String value, String words) {
    HBox box = new HBox(6, Controls.label(value, "fl-mono", "fl-field-value"));
    if (!words.isEmpty()) {
      box.getChildren().add(Controls.label(words, "fl-small"));
    }
    box.getStyleClass().add("fl-field-value-box");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
