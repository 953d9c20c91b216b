package fieldloom.ui.lookups;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Table;
import fieldloom.model.Table.Otherwise;
import fieldloom.ui.kit.Controls;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** What type keys have, and what a key without a row gives. */
final class TableSettings extends FlowPane {
  private final TablesViewModel model;
  private final ComboBox<String> otherwise;
  private final ComboBox<String> keyType;
  private final TextField value = new TextField();
  private final Label from = Controls.label("", "fl-muted", "fl-small");
  private final Button take = Controls.button(Words.get("take"), Feather.DOWNLOAD);
  private boolean showing;

  TableSettings(TablesViewModel model) {
    super(8, 6);
    this.model = model;
    otherwise = choice("otherwise", List.of("error", "input", "value"), this::chosen);
    keyType =
        choice("key-type", List.of("string", "integer", "decimal", "date"), model::setKeyType);
    value.getStyleClass().add("fl-field");
    value.setPrefColumnCount(10);
    value.setAccessibleText(Words.get("otherwise.of"));
    value.setPromptText("null");
    value.setOnAction(e -> model.setOtherwiseValue(value.getText()));
    value
        .focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (!is && value.isManaged()) {
                model.setOtherwiseValue(value.getText());
              }
            });
    value.managedProperty().bind(value.visibleProperty());
    from.managedProperty().bind(from.textProperty().isNotEmpty());
    take.getStyleClass().add("small");
    take.setOnAction(e -> model.takeRows());
    take.visibleProperty().bind(from.managedProperty());
    take.managedProperty().bind(from.managedProperty());
    getChildren()
        .addAll(label("otherwise"), otherwise, value, label("key-type"), keyType, from, take);
    setRowValignment(VPos.CENTER);
  }

  private void chosen(String kind) {
    switch (kind) {
      case "error" -> model.setOtherwise(new Otherwise.Fail());
      case "input" -> model.setOtherwise(new Otherwise.Input());
      default -> {
        model.setOtherwiseValue(value.getText());
        value.requestFocus();
      }
    }
  }

  void show(Table table) {
    showing = true;
    String kind =
        switch (table.otherwise()) {
          case Otherwise.Fail f -> "error";
          case Otherwise.Input i -> "input";
          case Otherwise.Value v -> {
            if (!value.isFocused()) {
              value.setText(CellKind.show(v.value()));
            }
            yield "value";
          }
        };
    otherwise.setValue(kind);
    value.setVisible(kind.equals("value"));
    String type = table.keyType() == null ? "string" : table.keyType();
    if (!keyType.getItems().contains(type)) {
      keyType.getItems().add(type);
    }
    keyType.setValue(type);
    from.setText(table.from() == null ? "" : Words.get("from", where(table.from())));
    showing = false;
  }

  private static String where(JsonNode from) {
    for (String kind : List.of("csv", "xlsx", "query")) {
      if (from.path(kind).isTextual()) {
        return from.path(kind).asText();
      }
    }
    return from.toString();
  }

  private static Label label(String key) {
    return Controls.label(Words.get(key), "fl-muted", "fl-small");
  }

  private ComboBox<String> choice(String key, List<String> values, Consumer<String> chosen) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.getStyleClass().add("fl-field");
    box.setAccessibleText(Words.get(key));
    box.setMinWidth(USE_PREF_SIZE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String kind) {
            // A type that only a file has is called as it is there.
            return kind == null ? "" : values.contains(kind) ? Words.get(key + "." + kind) : kind;
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    box.valueProperty()
        .addListener(
            (o, was, is) -> {
              if (!showing && is != null) {
                chosen.accept(is);
              }
            });
    return box;
  }
}
