package fieldloom.ui.shell;

import fieldloom.ui.kit.Settings;
import fieldloom.ui.preview.PreviewView;
import fieldloom.ui.trace.TraceView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/**
 * What lies at the right of the view, one over the other: preview, trace, functions and history.
 * Dividers stay where they were left, the left one without preview and trace apart.
 */
final class RightPane extends SplitPane {
  private static final String WITH_PREVIEW = "editor.preview.divider";
  private static final String ALONE = "editor.history.divider";
  private static final String BETWEEN = "editor.right.dividers.";

  /** The first pane is what one looks at most. */
  private static final double FIRST = 0.6;

  private final Settings settings;
  private double withPreview;
  private double alone;
  private boolean narrow;

  RightPane(Settings settings) {
    this.settings = settings;
    withPreview = divider(settings, WITH_PREVIEW, 0.6);
    alone = divider(settings, ALONE, 0.76);
    setOrientation(Orientation.VERTICAL);
  }

  /** Where a divider was left when the program ended last, as a share of the room. */
  static double divider(Settings settings, String key, double otherwise) {
    String kept = settings.get(key, "");
    return kept.matches("0\\.\\d{1,3}") ? Double.parseDouble(kept) : otherwise;
  }

  /** Keeps where a divider was left. */
  static void keep(Settings settings, String key, double divider) {
    settings.put(key, share(divider));
  }

  private static String share(double divider) {
    return String.format(Locale.ROOT, "%.3f", Math.clamp(divider, 0.001, 0.999));
  }

  /** Shows these panes, from the top. */
  void show(List<Node> panes) {
    keepBetween();
    narrow = panes.stream().noneMatch(p -> p instanceof PreviewView || p instanceof TraceView);
    // What stays is not moved: it would lose its styles for a moment.
    getItems().retainAll(panes);
    for (int i = 0; i < panes.size(); i++) {
      if (!getItems().contains(panes.get(i))) {
        getItems().add(i, panes.get(i));
      }
    }
    if (panes.size() > 1) {
      setDividerPositions(between(panes.size()));
    }
  }

  /** Where the dividers between so many panes were left, as shares of the height. */
  private double[] between(int panes) {
    String[] kept = settings.get(BETWEEN + panes, "").split(",");
    boolean good = kept.length == panes - 1;
    double[] dividers = new double[panes - 1];
    for (int i = 0; i < dividers.length; i++) {
      good = good && kept[i].matches("0\\.\\d{1,3}");
      dividers[i] = good ? Double.parseDouble(kept[i]) : FIRST + (1 - FIRST) * i / dividers.length;
    }
    return dividers;
  }

  /** Notes where the dividers between the panes that are shown were left. */
  void keepBetween() {
    double[] dividers = getDividerPositions();
    if (dividers.length > 0) {
      settings.put(
          BETWEEN + getItems().size(),
          Arrays.stream(dividers).mapToObj(RightPane::share).collect(Collectors.joining(",")));
    }
  }

  /** Notes where the divider to the left was left with what is shown. */
  void keepWidth(double divider) {
    if (narrow) {
      alone = divider;
    } else {
      withPreview = divider;
    }
    keep(settings, narrow ? ALONE : WITH_PREVIEW, divider);
  }

  /** Where the divider to the left lies with what is shown. */
  double width() {
    return narrow ? alone : withPreview;
  }
}
