package fieldloom.ui.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.ui.kit.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The columns of lines of fixed fields: names, places and lengths, found out and to be corrected.
 */
final class ColumnsForm extends VBox {
  private static final String[] PARTS = {"name", "at", "length"};

  private ArrayNode records;
  private final Consumer<JsonNode> changed;
  private final GridPane grid = new GridPane();
  private final List<TextField> names = new ArrayList<>();
  private final Button add = Controls.flat(Words.bind("columns.add"), Feather.PLUS);

  /**
   * @param records kinds of lines, each with its fields; of several the first is shown
   * @param changed gets all of them with a change made
   */
  ColumnsForm(JsonNode records, Consumer<JsonNode> changed) {
    this.records = records.deepCopy();
    this.changed = changed;
    getStyleClass().add("fl-pick-columns");
    grid.setHgap(6);
    grid.setVgap(4);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    ColumnConstraints plain = new ColumnConstraints();
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(plain, name);
    add.setOnAction(e -> add());
    getChildren().add(scroll);
    fill();
  }

  /** Shows what was changed elsewhere. */
  void show(JsonNode other) {
    records = other.deepCopy();
    fill();
  }

  private ArrayNode fields() {
    return records.get(0).withArray("fields");
  }

  private void fill() {
    grid.getChildren().clear();
    names.clear();
    for (int i = 0; i < PARTS.length; i++) {
      grid.add(Controls.label(Words.get("columns." + PARTS[i]), "fl-muted", "fl-small"), i + 1, 0);
    }
    for (int row = 0; row < fields().size(); row++) {
      Node number = Controls.label(String.valueOf(row + 1), "fl-muted", "fl-small");
      grid.add(number, 0, row + 1);
      for (int i = 0; i < PARTS.length; i++) {
        TextField cell = cell(row, PARTS[i]);
        grid.add(cell, i + 1, row + 1);
        if (i == 0) {
          names.add(cell);
        }
      }
      grid.add(remove(row), PARTS.length + 1, row + 1);
    }
    grid.add(add, 1, fields().size() + 1, PARTS.length, 1);
    grid.setAlignment(Pos.TOP_LEFT);
  }

  private TextField cell(int row, String part) {
    TextField field = new TextField(fields().get(row).path(part).asText());
    field.getStyleClass().add("fl-field");
    field.setPrefColumnCount(part.equals("name") ? 10 : 4);
    field.setAccessibleText(Words.get("columns.spoken." + part, row + 1));
    Runnable take = () -> take(row, part, field);
    field.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            take.run();
            e.consume();
          }
        });
    field.focusedProperty().subscribe((was, is) -> take.run());
    return field;
  }

  private void take(int row, String part, TextField typed) {
    if (row >= fields().size() || !(fields().get(row) instanceof ObjectNode field)) {
      return;
    }
    String was = field.path(part).asText();
    String text = typed.getText().strip();
    boolean name = part.equals("name");
    boolean fits = name ? !text.isEmpty() : text.matches("[1-9]\\d{0,6}");
    if (!fits) {
      typed.setText(was);
    } else if (!text.equals(was)) {
      if (name) {
        field.put(part, text);
      } else {
        field.put(part, Integer.parseInt(text));
      }
      changed.accept(records.deepCopy());
    }
  }

  private Button remove(int row) {
    String name = fields().get(row).path("name").asText();
    Button button =
        Controls.iconOnly(
            Feather.X,
            new ReadOnlyStringWrapper(Words.get("columns.remove", name)).getReadOnlyProperty());
    button.setDisable(fields().size() < 2);
    button.setOnAction(
        e -> {
          fields().remove(row);
          fill();
          names.get(Math.min(row, names.size() - 1)).requestFocus();
          changed.accept(records.deepCopy());
        });
    return button;
  }

  private void add() {
    ArrayNode fields = fields();
    JsonNode last = fields.get(fields.size() - 1);
    int at = last.path("at").asInt() + last.path("length").asInt();
    fields.addObject().put("name", "column" + (fields.size() + 1)).put("at", at).put("length", 10);
    fill();
    names.getLast().requestFocus();
    changed.accept(records.deepCopy());
  }
}
