package fieldloom.ui.canvas;

import fieldloom.ui.kit.Controls;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Takes what is typed about a node: the value at a port, a name, a comment. Enter applies. */
final class NodeEditor extends VBox implements Floating {
  private static final double WIDTH = 240;
  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

  private final NodeDress model;
  private final Runnable closed;
  private final Runnable resized;
  private final Label title = Controls.label("", "fl-muted", "fl-small");
  private final TextField field = new TextField();
  private final Label complaint = Controls.label("", "fl-bad", "fl-small");
  private double x;
  private double y;

  /**
   * The editor, not shown.
   *
   * @param closed gives the keyboard back
   * @param resized has the pane placed again
   */
  NodeEditor(NodeDress model, Runnable closed, Runnable resized) {
    this.model = model;
    this.closed = closed;
    this.resized = resized;
    getStyleClass().addAll("fl-choice", "fl-node-editor");
    setVisible(false);
    complaint.setWrapText(true);
    field.getStyleClass().addAll("fl-field", "fl-loop-field");
    title.setLabelFor(field);
    getChildren().addAll(title, field, complaint);
    model.typingProperty().subscribe(this::show);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field
        .focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (was && isVisible()) {
                apply();
              }
            });
  }

  private void show(NodeDress.@Nullable Typing typing) {
    boolean was = isVisible();
    setVisible(typing != null);
    if (typing == null) {
      if (was) {
        closed.run();
      }
      return;
    }
    String words =
        switch (typing.part()) {
          case VALUE -> Words.get("node.value");
          case NAME -> Words.get("node.name");
          case COMMENT -> Words.get("node.comment");
          case GROUP -> Words.get("node.group");
        };
    title.setText(words);
    field.setAccessibleText(words);
    fault(null);
    field.setText(typing.text());
    field.requestFocus();
    field.selectAll();
  }

  private void fault(@Nullable String sentence) {
    complaint.setText(sentence == null ? "" : sentence);
    complaint.setVisible(sentence != null);
    complaint.setManaged(sentence != null);
    field.pseudoClassStateChanged(FAULT, sentence != null);
    resized.run();
  }

  private void apply() {
    fault(model.typed(field.getText()));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.stopTyping();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      apply();
      event.consume();
    }
  }

  void openAt(double atX, double atY) {
    x = atX;
    y = atY;
  }

  /** Lays the editor out over what it edits, inside the canvas. */
  void place(double whole, double height, double text) {
    double wide = WIDTH * text;
    if (isVisible()) {
      double high = prefHeight(wide);
      double atX = Math.clamp(x, 8, Math.max(8, whole - wide - 8));
      double atY = Math.clamp(y, 8, Math.max(8, height - high - 8));
      resizeRelocate(Math.round(atX), Math.round(atY), wide, high);
    }
  }
}
