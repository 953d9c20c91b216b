package fieldloom.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.jspecify.annotations.Nullable;

/** Finds nodes by what a screen reader says of them: their accessible text, or what they show. */
final class Spoken {
  private Spoken() {}

  /** The first visible node that says so; a button before anything else. */
  static @Nullable Node find(Node root, Predicate<String> wanted) {
    List<Node> found = new ArrayList<>();
    collect(root, wanted, found);
    return found.stream()
        .filter(ButtonBase.class::isInstance)
        .findFirst()
        .orElse(found.isEmpty() ? null : found.getFirst());
  }

  /** The first visible field to type in that says so; null where none is there. */
  static @Nullable TextInputControl findField(Node root, String spoken) {
    List<Node> found = new ArrayList<>();
    collect(root, spoken::equals, found);
    return found.stream()
        .filter(TextInputControl.class::isInstance)
        .map(TextInputControl.class::cast)
        .findFirst()
        .orElse(null);
  }

  /** Whether that is what a node says. */
  static boolean says(Node node, String spoken) {
    return texts(node).contains(spoken);
  }

  private static void collect(Node node, Predicate<String> wanted, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    if (texts(node).stream().anyMatch(wanted)) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
    }
  }

  private static List<String> texts(Node node) {
    List<String> texts = new ArrayList<>();
    if (node.getAccessibleText() != null) {
      texts.add(node.getAccessibleText());
    } else if (node instanceof Labeled labeled && labeled.getText() != null) {
      texts.add(labeled.getText());
    }
    if (node instanceof StyleClassedTextArea area) {
      texts.add(area.getText());
    }
    return texts;
  }

  /** All that is said, for messages of tests. */
  static String all(Node root) {
    List<Node> found = new ArrayList<>();
    collect(root, text -> !text.isBlank(), found);
    return String.join(
        " | ", found.stream().flatMap(node -> texts(node).stream()).distinct().toList());
  }
}
