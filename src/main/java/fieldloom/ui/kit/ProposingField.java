package fieldloom.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/** A line of text to type in that proposes what may come next under its caret. */
public interface ProposingField {

  /** What is shown; takes the keyboard. */
  Region node();

  ObservableValue<String> textProperty();

  /** Another text, all of it selected or the caret behind it. */
  void show(String text, boolean selected);

  /** Underlines what is wrong, from a char index to one behind it; -1 and -1 where nothing is. */
  void showFault(int from, int to);

  /**
   * Underlines the character at which something is wrong, the last one where that is the end.
   *
   * @param at index of the char; -1 where no place is known
   */
  default void showFaultAt(int at) {
    int last = Math.max(0, textProperty().getValue().length() - 1);
    showFault(at < 0 ? -1 : Math.min(at, last), at < 0 ? -1 : at + 1);
  }

  /**
   * Whether another control of the window has the keyboard. A window that is left for another keeps
   * its owner of the keyboard, and what is typed.
   */
  default boolean isLeft() {
    Scene scene = node().getScene();
    return scene == null || scene.getFocusOwner() != node();
  }

  /** Takes the proposals away. */
  void hideProposals();
}
