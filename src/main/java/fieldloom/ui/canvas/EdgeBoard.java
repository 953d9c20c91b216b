package fieldloom.ui.canvas;

import fieldloom.ui.canvas.Frame.Edge;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the links that go on out of view, four bundles of them at most. */
final class EdgeBoard {
  /** How far from the tree such links end. */
  static final double INSET = 26;

  private final CanvasScene scene;
  private final FrameBuilder.View view;
  private final Map<Side, Bundle[]> bundles = new EnumMap<>(Side.class);

  private static final class Bundle {
    private int count;
    private int nearest;
  }

  EdgeBoard(CanvasScene scene, FrameBuilder.View view) {
    this.scene = scene;
    this.view = view;
  }

  /**
   * Counts one more.
   *
   * @param row the row that is out of view
   * @return the height at which the link ends
   */
  double add(Side side, boolean up, int row) {
    Bundle[] both = bundles.computeIfAbsent(side, s -> new Bundle[] {new Bundle(), new Bundle()});
    Bundle bundle = both[up ? 0 : 1];
    bundle.nearest =
        bundle.count == 0
            ? row
            : up ? Math.max(bundle.nearest, row) : Math.min(bundle.nearest, row);
    bundle.count++;
    return y(side, up);
  }

  private double y(Side side, boolean up) {
    return up ? view.top() + scene.strip(side).inset() / view.unit() + 14 : view.bottom() - 14;
  }

  List<Edge> all() {
    List<Edge> edges = new ArrayList<>();
    bundles.forEach(
        (side, both) -> {
          for (int i = 0; i < 2; i++) {
            if (both[i].count > 0) {
              boolean up = i == 0;
              double x = side == Side.SOURCE ? INSET : view.width() - INSET;
              edges.add(
                  new Edge(
                      side,
                      up,
                      x,
                      y(side, up),
                      both[i].count,
                      scene.strip(side).fieldOf(both[i].nearest)));
            }
          }
        });
    return edges;
  }
}
