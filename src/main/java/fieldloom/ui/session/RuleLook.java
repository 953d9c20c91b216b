package fieldloom.ui.session;

import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a rule's drawing was made to look.
 *
 * @param open whether it is unfolded into its nodes
 * @param place where its box was put; null where it stands by itself
 * @param nodes what is known of its nodes
 * @param group name of the group that its box belongs to; "" where to none
 */
public record RuleLook(
    boolean open, @Nullable Place place, Map<NodePath, Kept> nodes, String group) {
  /** As it comes. */
  public static final RuleLook PLAIN = new RuleLook(false, null, Map.of(), "");

  public RuleLook {
    nodes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  /**
   * Where a box was put.
   *
   * @param x pixels of its middle to the right of the middle between the trees
   * @param y pixels of its top below the mean height of the rows it joins
   */
  public record Place(int x, int y) {}

  /**
   * The look of a node.
   *
   * @param is the node's label; a node that is something else by now does not look so
   */
  public record Kept(String is, NodeLook look) {}

  /** How a node of that label looks. */
  public NodeLook node(NodePath path, String label) {
    Kept kept = nodes.get(path);
    return kept == null || !kept.is().equals(label) ? NodeLook.PLAIN : kept.look();
  }

  public RuleLook opened(boolean value) {
    return new RuleLook(value, place, nodes, group);
  }

  public RuleLook placed(@Nullable Place value) {
    return new RuleLook(open, value, nodes, group);
  }

  /** The box in that group; in none where the name is blank. */
  public RuleLook grouped(String value) {
    return new RuleLook(open, place, nodes, value.strip());
  }

  /** The box put there, and its nodes where they stand by themselves. */
  RuleLook tidied(Place value) {
    Map<NodePath, Kept> changed = new LinkedHashMap<>();
    nodes.forEach(
        (path, kept) -> {
          NodeLook look = kept.look().at(0, 0);
          if (!look.equals(NodeLook.PLAIN)) {
            changed.put(path, new Kept(kept.is(), look));
          }
        });
    return new RuleLook(open, value, changed, group);
  }

  RuleLook with(NodePath path, String label, NodeLook look) {
    Map<NodePath, Kept> changed = new LinkedHashMap<>(nodes);
    if (look.equals(NodeLook.PLAIN)) {
      changed.remove(path);
    } else {
      changed.put(path, new Kept(label, look));
    }
    return new RuleLook(open, place, changed, group);
  }

  /** The looks of the nodes that an edit of the drawing has kept, where they stand now. */
  RuleLook carried(Drawing before, Drawing after) {
    Map<Integer, NodePath> now = after.placesById();
    Map<NodePath, Kept> kept = new LinkedHashMap<>();
    before
        .places()
        .forEach(
            (path, node) -> {
              NodeLook look = node(path, node.shape().label());
              NodePath to = now.get(node.id());
              Drawing.Node same = to == null ? null : after.at(to);
              if (same != null && !look.equals(NodeLook.PLAIN)) {
                // The place of the result is the drawing's own.
                NodeLook there = to.isRoot() ? look.at(0, 0) : look;
                kept.put(to, new Kept(same.shape().label(), there));
              }
            });
    return new RuleLook(open, place, kept, group);
  }
}
