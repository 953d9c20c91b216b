package fieldloom.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * A region of the window that F6 goes to.
 *
 * @param node what belongs to it
 * @param first what has the keyboard when it is gone to
 */
record FocusStop(Node node, Node first) {

  /** A region whose first node that takes the keyboard is gone to; none where nothing does. */
  static Optional<FocusStop> of(@Nullable Node region) {
    Node first = region == null ? null : focusable(region);
    return first == null ? Optional.empty() : Optional.of(new FocusStop(region, first));
  }

  private static @Nullable Node focusable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return null;
    }
    if (node.isFocusTraversable()) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = focusable(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /**
   * The stop before or after the one that has the keyboard, around the ends; the first where none
   * has it.
   *
   * @param stops in the order of the window, at least one
   */
  static FocusStop next(List<FocusStop> stops, @Nullable Node owner, boolean back) {
    int at = -1;
    for (Node n = owner; n != null && at < 0; n = n.getParent()) {
      Node here = n;
      at = stops.stream().map(FocusStop::node).toList().indexOf(here);
    }
    int next = at < 0 ? 0 : Math.floorMod(at + (back ? -1 : 1), stops.size());
    return stops.get(next);
  }
}
