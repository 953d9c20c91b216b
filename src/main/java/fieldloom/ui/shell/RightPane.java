package fieldloom.ui.shell;

import fieldloom.ui.preview.PreviewView;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/**
 * What lies at the right of the view, one over the other: the preview, the functions and the
 * history. Dividers stay where they were left, the left one without the preview apart.
 */
final class RightPane extends SplitPane {
  private double withPreview = 0.6;
  private double alone = 0.76;
  private double between = 0.6;
  private boolean narrow;

  RightPane() {
    setOrientation(Orientation.VERTICAL);
  }

  /** Shows these panes, from the top. */
  void show(List<Node> panes) {
    if (getItems().size() > 1) {
      between = getDividerPositions()[0];
    }
    narrow = panes.stream().noneMatch(PreviewView.class::isInstance);
    // What stays is not moved: it would lose its styles for a moment.
    getItems().retainAll(panes);
    for (int i = 0; i < panes.size(); i++) {
      if (!getItems().contains(panes.get(i))) {
        getItems().add(i, panes.get(i));
      }
    }
    if (panes.size() > 1) {
      setDividerPositions(between);
    }
  }

  /** Notes where the divider to the left was left with what is shown. */
  void keepWidth(double divider) {
    if (narrow) {
      alone = divider;
    } else {
      withPreview = divider;
    }
  }

  /** Where the divider to the left lies with what is shown. */
  double width() {
    return narrow ? alone : withPreview;
  }
}
