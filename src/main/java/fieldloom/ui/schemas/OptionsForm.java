package fieldloom.ui.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import java.util.List;
import java.util.MissingResourceException;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How a file is read, where that can be changed: format of the payloads, options found out. */
final class OptionsForm extends VBox {
  private static final String TAB = "\\t";

  private final PickViewModel model;
  private boolean mine;

  OptionsForm(PickViewModel model) {
    this.model = model;
    getStyleClass().add("fl-pick-options");
    managedProperty().bind(visibleProperty());
    model
        .optionsProperty()
        .subscribe(
            options -> {
              if (!mine) {
                fill();
              }
            });
    model.labelProperty().subscribe(label -> fill());
    model
        .pickProperty()
        .subscribe(
            (was, is) -> {
              // What was found out is there once the file has been looked into.
              if (getChildren().isEmpty()) {
                fill();
              }
            });
    Texts.languageProperty().subscribe(language -> fill());
  }

  private void fill() {
    getChildren().clear();
    FlowPane row = new FlowPane(16, 8);
    List<String> formats = model.formats();
    if (formats.size() > 1) {
      row.getChildren().add(format(formats));
    }
    ColumnsForm columns = null;
    for (OptionKind kind : OptionKind.of(model.format(), model.optionNames())) {
      if (kind.takes() == OptionKind.Takes.COLUMNS) {
        columns = columns(kind);
      } else {
        row.getChildren().add(control(kind));
      }
    }
    if (!row.getChildren().isEmpty()) {
      getChildren().add(row);
    }
    if (columns != null) {
      getChildren().add(columns);
    }
    setVisible(!getChildren().isEmpty());
  }

  private Node format(List<String> formats) {
    ComboBox<String> box = new ComboBox<>();
    box.getStyleClass().add("fl-field");
    box.getItems().setAll(formats);
    box.setValue(model.format());
    box.setAccessibleText(Words.get("pick.format.spoken"));
    box.valueProperty().addListener((o, was, is) -> model.setFormat(is));
    return labelled(Words.get("pick.format"), box);
  }

  private @Nullable ColumnsForm columns(OptionKind kind) {
    JsonNode records = value(kind);
    return records == null || records.isEmpty()
        ? null
        : new ColumnsForm(records, changed -> set(kind, changed));
  }

  private Node control(OptionKind kind) {
    JsonNode value = value(kind);
    String text = value == null ? kind.standard() : value.asText();
    return switch (kind.takes()) {
      case FLAG -> flag(kind, Boolean.parseBoolean(text));
      case WORD -> word(kind, text);
      case TEXT, NUMBER, COLUMNS -> text(kind, text);
    };
  }

  private Node flag(OptionKind kind, boolean on) {
    CheckBox box = new CheckBox(title(kind.name()));
    box.setSelected(on);
    box.selectedProperty()
        .addListener((o, was, is) -> set(kind, JsonNodeFactory.instance.booleanNode(is)));
    HBox cell = new HBox(box);
    cell.setAlignment(Pos.CENTER_LEFT);
    cell.setMinHeight(28);
    return cell;
  }

  private Node word(OptionKind kind, String text) {
    ComboBox<String> box = new ComboBox<>();
    box.getStyleClass().add("fl-field");
    box.getItems().setAll(kind.values());
    box.setValue(text);
    box.setAccessibleText(title(kind.name()));
    box.valueProperty()
        .addListener((o, was, is) -> set(kind, JsonNodeFactory.instance.textNode(is)));
    return labelled(title(kind.name()), box);
  }

  private Node text(OptionKind kind, String text) {
    TextField field = new TextField(text.equals("\t") ? TAB : text);
    field.getStyleClass().add("fl-field");
    field.setAccessibleText(title(kind.name()));
    field.setPrefColumnCount(kind.takes() == OptionKind.Takes.NUMBER || text.length() < 2 ? 3 : 8);
    Runnable take = () -> take(kind, field);
    field.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            take.run();
            e.consume();
          }
        });
    field.focusedProperty().subscribe((was, is) -> take.run());
    return labelled(title(kind.name()), field);
  }

  private void take(OptionKind kind, TextField field) {
    String typed = field.getText();
    String was = value(kind) == null ? kind.standard() : value(kind).asText();
    String text = typed.equals(TAB) ? "\t" : typed;
    if (text.equals(was)) {
      return;
    }
    if (text.isEmpty()) {
      set(kind, null);
    } else if (kind.takes() == OptionKind.Takes.TEXT) {
      set(kind, JsonNodeFactory.instance.textNode(text));
    } else if (text.matches("[1-9]\\d{0,6}")) {
      set(kind, JsonNodeFactory.instance.numberNode(Integer.parseInt(text)));
    } else {
      field.setText(was);
    }
  }

  private @Nullable JsonNode value(OptionKind kind) {
    JsonNode options = model.optionsProperty().get();
    return options == null ? null : options.get(kind.name());
  }

  private void set(OptionKind kind, @Nullable JsonNode value) {
    JsonNode options = model.optionsProperty().get();
    ObjectNode changed =
        options instanceof ObjectNode known
            ? known.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    boolean standard = value != null && value.isValueNode() && isStandard(kind, value);
    if (value == null || standard) {
      changed.remove(kind.name());
    } else {
      changed.set(kind.name(), value);
    }
    mine = true;
    model.setOptions(changed);
    mine = false;
  }

  private static boolean isStandard(OptionKind kind, JsonNode value) {
    return value.asText().equals(kind.standard());
  }

  private static HBox labelled(String words, Node control) {
    Label label = Controls.label(words, "fl-muted", "fl-small");
    label.setMinWidth(USE_PREF_SIZE);
    HBox cell = new HBox(6, label, control);
    cell.setAlignment(Pos.CENTER_LEFT);
    return cell;
  }

  /** An option's name in words; an option that has none yet is called by its name. */
  private static String title(String option) {
    try {
      return Words.get("option." + option);
    } catch (MissingResourceException e) {
      return option;
    }
  }
}
