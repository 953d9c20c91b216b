package fieldloom.ui.kit;

import javafx.beans.value.ObservableValue;
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

  /** Takes the proposals away. */
  void hideProposals();
}
