package fieldloom.ui.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.schema.fixed.FixedColumns;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How a file is read, where that can be changed: format of the payloads, options found out. */
final class OptionsForm extends VBox {
  private static final String TAB = "\\t";

  /** What texts of options mostly are. */
  private static final Map<String, List<String>> USUAL =
      Map.of(
          "delimiter", List.of(",", ";", TAB, "|"),
          "quote", List.of("\"", "'"),
          "encoding", List.of("UTF-8", "GB18030", "UTF-16", "Big5", "ISO-8859-1", "windows-1252"));

  private final PickViewModel model;
  private final StackPane grid = new StackPane();
  private boolean mine;
  private @Nullable ComboBox<String> kindBox;

  OptionsForm(PickViewModel model) {
    this.model = model;
    getStyleClass().add("fl-pick-options");
    managedProperty().bind(visibleProperty());
    grid.managedProperty().bind(Bindings.isNotEmpty(grid.getChildren()));
    grid.getStyleClass().add("fl-pick-grid");
    model
        .optionsProperty()
        .subscribe(
            options -> {
              if (!mine) {
                fill();
              }
            });
    model.filesProperty().subscribe(files -> fill());
    // What cannot be read as one kind may be read as another.
    model.problemProperty().subscribe(problem -> refill(problem));
    fill();
    Texts.follow(this, OptionsForm::fill);
  }

  /** The columns of fixed lines as a grid, to stand beside the fields; empty for other files. */
  Node grid() {
    return grid;
  }

  private void fill() {
    getChildren().clear();
    grid.getChildren().clear();
    FlowPane row = new FlowPane(16, 8);
    List<String> kinds = model.kinds();
    boolean focused = kindBox != null && kindBox.isFocused();
    if (!kinds.isEmpty()) {
      row.getChildren().add(kind(kinds));
    }
    List<String> formats = model.formats();
    if (formats.size() > 1) {
      row.getChildren().add(format(formats));
    }
    for (OptionKind kind : OptionKind.of(model.format(), model.optionNames())) {
      if (kind.takes() == OptionKind.Takes.COLUMNS) {
        columns(kind);
      } else if (!isOwner(kind) || hasSeveralKinds()) {
        row.getChildren().add(control(kind));
      }
    }
    if (!row.getChildren().isEmpty()) {
      getChildren().addFirst(row);
    }
    setVisible(!getChildren().isEmpty());
    if (focused && kindBox != null) {
      kindBox.requestFocus();
    }
  }

  private void refill(String problem) {
    if (!problem.isEmpty() && model.filesProperty().get() == null) {
      fill();
    }
  }

  private Node kind(List<String> kinds) {
    ComboBox<String> box = new ComboBox<>();
    box.getStyleClass().add("fl-field");
    box.getItems().setAll(kinds);
    box.setConverter(Named.of("kind."));
    box.setValue(model.kindProperty().get());
    box.setAccessibleText(Words.get("pick.kind"));
    box.valueProperty()
        .addListener(
            (o, was, is) -> {
              if (is != null) {
                model.setKind(is);
              }
            });
    kindBox = box;
    return labelled(Words.get("pick.kind"), box);
  }

  /** Which kind of lines opens a record matters only where there are several. */
  private static boolean isOwner(OptionKind kind) {
    return kind.name().equals("header") && kind.takes() == OptionKind.Takes.TEXT;
  }

  private boolean hasSeveralKinds() {
    JsonNode options = model.optionsProperty().get();
    return options != null && options.path("records").size() > 1;
  }

  private Node format(List<String> formats) {
    ComboBox<String> box = new ComboBox<>();
    box.getStyleClass().add("fl-field");
    box.getItems().setAll(formats);
    box.setConverter(Named.of("kind."));
    box.setValue(model.format());
    box.setAccessibleText(Words.get("pick.format.spoken"));
    box.valueProperty().addListener((o, was, is) -> model.setFormat(is));
    return labelled(Words.get("pick.format"), box);
  }

  /** The columns as a grid, and over the sample's lines where these are of one kind. */
  private void columns(OptionKind kind) {
    JsonNode records = value(kind);
    PickedFiles files = model.filesProperty().get();
    if (records == null || records.isEmpty() || files == null) {
      return;
    }
    byte[] sample = files.sample().content();
    List<ColumnsRuler> rulers = new ArrayList<>();
    ColumnsForm columns =
        new ColumnsForm(
            records,
            changed -> {
              set(kind, changed);
              rulers.forEach(ruler -> ruler.show(over(sample, changed)));
            });
    if (records.size() == 1) {
      rulers.add(
          new ColumnsRuler(
              over(sample, records),
              changed -> {
                set(kind, changed);
                columns.show(changed);
              }));
    }
    getChildren().addAll(rulers);
    grid.getChildren().setAll(columns);
  }

  private static FixedColumns over(byte[] sample, JsonNode records) {
    return FixedColumns.of(sample, records.path(0).path("fields"));
  }

  private Node control(OptionKind kind) {
    JsonNode value = value(kind);
    String text = value == null ? kind.standard() : value.asText();
    return switch (kind.takes()) {
      case FLAG -> flag(kind, Boolean.parseBoolean(text));
      case WORD -> word(kind, text);
      case TEXT, NUMBER, COLUMNS ->
          USUAL.containsKey(kind.name()) ? usual(kind, text) : text(kind, text);
    };
  }

  private Node flag(OptionKind kind, boolean on) {
    CheckBox box = new CheckBox(title(kind));
    box.setSelected(on);
    box.selectedProperty()
        .addListener((o, was, is) -> set(kind, JsonNodeFactory.instance.booleanNode(is)));
    HBox cell = new HBox(box);
    cell.setAlignment(Pos.CENTER_LEFT);
    cell.getStyleClass().add("fl-pick-head");
    return cell;
  }

  private Node word(OptionKind kind, String text) {
    ComboBox<String> box = new ComboBox<>();
    box.getStyleClass().add("fl-field");
    // Files know more than one word for some; here each is offered once.
    Map<String, String> byName = new LinkedHashMap<>();
    for (String value : kind.values()) {
      byName.merge(Named.name("value.", value), value, (was, is) -> is.equals(text) ? is : was);
    }
    box.getItems().setAll(byName.values());
    box.setConverter(Named.of("value."));
    box.setValue(text);
    box.setAccessibleText(title(kind));
    box.valueProperty()
        .addListener((o, was, is) -> set(kind, JsonNodeFactory.instance.textNode(is)));
    return labelled(title(kind), box);
  }

  /** A text that is mostly one of some, and may be another. */
  private Node usual(OptionKind kind, String text) {
    String shown = text.equals("\t") ? TAB : text;
    ComboBox<String> box = new ComboBox<>();
    box.getStyleClass().add("fl-field");
    box.setEditable(true);
    box.getItems().setAll(USUAL.get(kind.name()));
    box.setValue(shown);
    box.getEditor().setPrefColumnCount(kind.name().equals("encoding") ? 10 : 3);
    box.setAccessibleText(title(kind));
    box.getEditor().setAccessibleText(title(kind));
    box.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER && !box.isShowing()) {
            box.commitValue();
            e.consume();
          }
        });
    box.getEditor().focusedProperty().subscribe((was, is) -> box.commitValue());
    box.valueProperty().addListener((o, was, is) -> take(kind, is == null ? "" : is));
    return labelled(title(kind), box);
  }

  private Node text(OptionKind kind, String text) {
    TextField field = new TextField(text.equals("\t") ? TAB : text);
    field.getStyleClass().add("fl-field");
    field.setAccessibleText(title(kind));
    field.setPrefColumnCount(kind.takes() == OptionKind.Takes.NUMBER || text.length() < 2 ? 3 : 8);
    Runnable take =
        () -> {
          if (!take(kind, field.getText())) {
            JsonNode was = value(kind);
            field.setText(was == null ? kind.standard() : was.asText());
          }
        };
    field.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            take.run();
            e.consume();
          }
        });
    field.focusedProperty().subscribe((was, is) -> take.run());
    return labelled(title(kind), field);
  }

  /** Takes what was typed; false where it is no such value. */
  private boolean take(OptionKind kind, String typed) {
    JsonNode known = value(kind);
    String was = known == null ? kind.standard() : known.asText();
    String text = typed.equals(TAB) ? "\t" : typed;
    if (text.equals(was)) {
      return true;
    }
    if (text.isEmpty()) {
      set(kind, null);
    } else if (kind.takes() == OptionKind.Takes.TEXT) {
      set(kind, JsonNodeFactory.instance.textNode(text));
    } else if (text.matches("[1-9]\\d{0,6}")) {
      set(kind, JsonNodeFactory.instance.numberNode(Integer.parseInt(text)));
    } else {
      return false;
    }
    return true;
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
  private static String title(OptionKind kind) {
    return Named.name("option.", isOwner(kind) ? "owner" : kind.name());
  }
}
