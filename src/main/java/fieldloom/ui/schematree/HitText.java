package fieldloom.ui.schematree;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A text in which what was searched for stands out. */
final class HitText extends TextFlow {
  private final Text before = new Text();
  private final Text hit = new Text();
  private final Text after = new Text();

  HitText(String style) {
    getStyleClass().add(style);
    before.getStyleClass().add("text");
    hit.getStyleClass().addAll("text", "fl-row-hit");
    after.getStyleClass().add("text");
    getChildren().add(before);
  }

  /**
   * Shows a text.
   *
   * @return whether it has other parts than before, which are to be dressed
   */
  boolean show(String text, Sought.@Nullable Hit found) {
    int from = found == null ? text.length() : found.start();
    int to = found == null ? text.length() : found.end();
    before.setText(text.substring(0, from));
    hit.setText(text.substring(from, to));
    after.setText(text.substring(to));
    boolean marked = getChildren().size() > 1;
    if (marked == (found != null)) {
      return false;
    }
    if (marked) {
      getChildren().removeAll(hit, after);
    } else {
      getChildren().addAll(hit, after);
    }
    return true;
  }
}
