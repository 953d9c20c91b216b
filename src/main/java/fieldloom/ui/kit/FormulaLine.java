package fieldloom.ui.kit;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A formula in a form: a field that proposes, in a frame that shows the keyboard and faults. Tab
 * goes on to the next control, Enter is the form's.
 */
public final class FormulaLine extends HBox {
  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");
  private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("focus");

  private final ProposingField field;

  /**
   * @param name what a screen reader calls it
   * @param typed hears of what is typed, not of what is shown by {@link #show}
   * @param entered what Enter does
   */
  public FormulaLine(
      ProposingField field, String name, String text, Consumer<String> typed, Runnable entered) {
    this.field = field;
    getStyleClass().add("fl-formula-line");
    field.node().accessibleTextProperty().unbind();
    field.node().setAccessibleText(name);
    field.show(text, false);
    field.hideProposals();
    HBox.setHgrow(field.node(), Priority.ALWAYS);
    getChildren().add(field.node());
    field.textProperty().addListener((o, was, is) -> typed.accept(is));
    field.node().focusedProperty().subscribe(on -> pseudoClassStateChanged(FOCUS, on));
    field.node().addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, entered));
  }

  private void key(KeyEvent event, Runnable entered) {
    if (event.isConsumed() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> entered.run();
      case TAB ->
          field
              .node()
              .requestFocusTraversal(
                  event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Marks it as wrong, or as right. */
  public void setFault(boolean fault) {
    pseudoClassStateChanged(FAULT, fault);
  }

  /** Gives it the keyboard. */
  public void focus() {
    field.node().requestFocus();
  }

  public ObservableValue<String> textProperty() {
    return field.textProperty();
  }
}
