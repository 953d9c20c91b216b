package fieldloom.ui.schemas;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Rebinding;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A field that is not found again, and what takes its place: the choices open below it, where the
 * arrows walk, Enter and Space choose and Escape closes them.
 */
final class LostRow extends VBox {
  private static final double PADDING = 22;

  private final ReplaceViewModel model;
  private final Rebinding.Lost lost;
  private final ScrollPane around;
  private final String name;
  private final Button choice = Controls.button("");
  private final VBox options = new VBox();

  /**
   * @param around in which the row scrolls
   */
  LostRow(ReplaceViewModel model, Rebinding.Lost lost, ScrollPane around) {
    this.model = model;
    this.lost = lost;
    this.around = around;
    this.name = RebindPane.name(lost.field());
    getStyleClass().add("fl-lost");
    Label field = Controls.label(name, "fl-mono");
    field.setMinWidth(0);
    Label rules =
        Controls.label(Words.get("replace.lost.rules", lost.rules()), "fl-muted", "fl-small");
    rules.setMinWidth(USE_PREF_SIZE);
    choice.getStyleClass().add("fl-lost-choice");
    choice.setMinWidth(0);
    choice.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    choice.setOnAction(e -> open(!options.isVisible()));
    HBox head = new HBox(8, field, rules, Controls.spacer(), choice);
    head.getStyleClass().add("fl-rebind-row");
    head.setAccessibleText(name + ", " + rules.getText());
    options.getStyleClass().add("fl-lost-options");
    options.managedProperty().bind(options.visibleProperty());
    options.setAccessibleText(Words.get("replace.lost.spoken", name));
    options.setVisible(false);
    getChildren().addAll(head, options);
    // Before the buttons: their arrows would lead out of the list.
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    say();
  }

  private void say() {
    FieldRef instead = model.chosen(lost.field());
    String words = instead == null ? Words.get("replace.lost.none") : RebindPane.name(instead);
    choice.setAccessibleText(Words.get("replace.lost.spoken", name) + ": " + words);
    Label label = Controls.label(words, instead == null ? "fl-muted" : "fl-mono");
    label.setMinWidth(0);
    Node mark = Icons.of(options.isVisible() ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
    HBox content = new HBox(8, label, Controls.spacer(), mark);
    content.setAlignment(Pos.CENTER_LEFT);
    content.prefWidthProperty().bind(choice.widthProperty().subtract(PADDING));
    choice.setGraphic(content);
  }

  private void open(boolean show) {
    options.setVisible(show);
    options.getChildren().clear();
    if (show) {
      options.getChildren().add(option(null));
      lost.candidates().forEach(candidate -> options.getChildren().add(option(candidate)));
      options.getChildren().stream()
          .filter(node -> node.getStyleClass().contains("chosen"))
          .findFirst()
          .ifPresent(Node::requestFocus);
      around.layout();
      reveal();
    } else {
      choice.requestFocus();
    }
    say();
  }

  /** Scrolls as little as shows the open row. */
  private void reveal() {
    Bounds row = getBoundsInParent();
    double content = around.getContent().getLayoutBounds().getHeight();
    double seen = around.getViewportBounds().getHeight();
    if (content > seen) {
      double top = around.getVvalue() * (content - seen);
      double least = Math.min(row.getMinY(), row.getMaxY() - seen);
      double to = Math.clamp(top, Math.max(0, least), Math.max(0, row.getMinY()));
      around.setVvalue(to / (content - seen));
    }
  }

  private Button option(@Nullable FieldRef field) {
    boolean chosen = Objects.equals(field, model.chosen(lost.field()));
    String words = field == null ? Words.get("replace.lost.none") : RebindPane.name(field);
    Label label = Controls.label(words, field == null ? "fl-muted" : "fl-mono");
    label.setMinWidth(0);
    Node mark = Icons.of(Feather.CHECK);
    mark.setVisible(chosen);
    HBox content = new HBox(8, mark, label);
    content.setAlignment(Pos.CENTER_LEFT);
    Button option = new Button();
    option.getStyleClass().setAll("fl-lost-option");
    if (chosen) {
      option.getStyleClass().add("chosen");
    }
    option.setGraphic(content);
    option.setMaxWidth(Double.MAX_VALUE);
    option.setAccessibleText(field == null ? words : Words.get("replace.lost.option", words, name));
    option.setOnAction(
        e -> {
          model.choose(lost.field(), field);
          open(false);
        });
    return option;
  }

  private void key(KeyEvent event) {
    if (!options.isVisible()) {
      if (event.getCode() == KeyCode.DOWN && choice.isFocused()) {
        open(true);
        event.consume();
      }
      return;
    }
    List<Node> all = options.getChildren();
    int at = all.indexOf(getScene().getFocusOwner());
    switch (event.getCode()) {
      case ESCAPE -> open(false);
      case DOWN -> all.get(Math.min(at + 1, all.size() - 1)).requestFocus();
      case UP -> all.get(Math.max(at - 1, 0)).requestFocus();
      case HOME -> all.getFirst().requestFocus();
      case END -> all.getLast().requestFocus();
      default -> {
        // Enter and Space press the button that has the keyboard.
        return;
      }
    }
    event.consume();
  }
}
