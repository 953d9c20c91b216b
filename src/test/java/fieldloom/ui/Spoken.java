package fieldloom.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;

/** Finds nodes by what a screen reader says of them. */
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

  private static void collect(Node node, Predicate<String> wanted, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    if (wanted.test(text(node))) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
    }
  }

  private static String text(Node node) {
    if (node.getAccessibleText() != null) {
      return node.getAccessibleText();
    }
    return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
  }

  /** All that is said, for messages of tests. */
  static String all(Node root) {
    List<Node> found = new ArrayList<>();
    collect(root, text -> !text.isBlank(), found);
    return String.join(" | ", found.stream().map(Spoken::text).distinct().toList());
  }
}
