package fieldloom.ui.canvas;

import fieldloom.ui.canvas.Frame.Port;
import fieldloom.ui.canvas.Frame.State;
import fieldloom.ui.canvas.Frame.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects ports; where several links end at one, the port shows the strongest of them. */
final class PortBoard {
  private final Map<Long, Port> ports = new LinkedHashMap<>();
  private final FrameBuilder.View view;

  PortBoard(FrameBuilder.View view) {
    this.view = view;
  }

  void add(double x, double y, Tone tone, State state, boolean open) {
    if (y < view.top() || y > view.bottom()) {
      return;
    }
    long key = Math.round(x) * 1_000_000L + Math.round(y);
    Port before = ports.get(key);
    if (before == null || stronger(tone, state, before)) {
      ports.put(key, new Port(x, y, tone, state, open));
    }
  }

  private static boolean stronger(Tone tone, State state, Port than) {
    int byState = state.compareTo(than.state());
    return byState > 0 || byState == 0 && tone.compareTo(than.tone()) > 0;
  }

  List<Port> all() {
    return List.copyOf(ports.values());
  }
}
