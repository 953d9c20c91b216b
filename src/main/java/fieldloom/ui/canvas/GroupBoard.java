package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.canvas.Frame.Group;
import fieldloom.ui.session.RuleLook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects where the boxes of groups are, in view or not, and gives the grounds that are in it. */
final class GroupBoard {
  private final FrameBuilder frame;
  private final FrameBuilder.View view;
  private final Map<String, Extent> extents = new LinkedHashMap<>();

  private static final class Extent {
    private double left = Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double bottom = -Double.MAX_VALUE;
    private final Map<Rule, RuleLook.Place> members = new HashMap<>();
  }

  GroupBoard(FrameBuilder frame, FrameBuilder.View view) {
    this.frame = frame;
    this.view = view;
  }

  /** A box of a rule; of one that is unfolded, each of its boxes. */
  void add(
      String group,
      Rule rule,
      RuleLook.Place place,
      double x,
      double y,
      double width,
      double height) {
    if (group.isEmpty()) {
      return;
    }
    Extent extent = extents.computeIfAbsent(group, name -> new Extent());
    extent.left = Math.min(extent.left, x);
    extent.top = Math.min(extent.top, y);
    extent.right = Math.max(extent.right, x + width);
    extent.bottom = Math.max(extent.bottom, y + height);
    extent.members.put(rule, place);
  }

  List<Group> all() {
    List<Group> groups = new ArrayList<>();
    extents.forEach(
        (name, extent) -> {
          Group group = group(name, extent);
          if (group.y() < view.bottom() && group.y() + group.height() > view.top()) {
            groups.add(group);
          }
        });
    return List.copyOf(groups);
  }

  private Group group(String name, Extent extent) {
    double x = extent.left - Group.MARGIN;
    double y = extent.top - Group.MARGIN / 2 - Group.HEAD;
    return new Group(
        x,
        y,
        extent.right + Group.MARGIN - x,
        extent.bottom + Group.MARGIN - y,
        name,
        Map.copyOf(extent.members),
        frame.state(extent.members.keySet()));
  }
}
