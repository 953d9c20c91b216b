package fieldloom.model.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a node stands in a drawing: the ports to go through from the node that gives the result,
 * counted from 0. Written {@code 0.1}; the result's own is empty.
 */
public record NodePath(List<Integer> ports) {
  /** The node that gives the result. */
  public static final NodePath ROOT = new NodePath(List.of());

  public NodePath {
    ports = List.copyOf(ports);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException where it is something else
   */
  public static NodePath parse(String text) {
    if (text.isEmpty()) {
      return ROOT;
    }
    List<Integer> ports = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      if (!part.matches("\\d{1,6}")) {
        throw new IllegalArgumentException("“" + text + "” is no path to a node.");
      }
      ports.add(Integer.parseInt(part));
    }
    return new NodePath(ports);
  }

  public boolean isRoot() {
    return ports.isEmpty();
  }

  public int depth() {
    return ports.size();
  }

  /** The path of the node at one of this node's ports. */
  public NodePath child(int port) {
    List<Integer> longer = new ArrayList<>(ports);
    longer.add(port);
    return new NodePath(longer);
  }

  /** The path of the node that this one gives its value to; the root has none but itself. */
  public NodePath parent() {
    return isRoot() ? this : new NodePath(ports.subList(0, ports.size() - 1));
  }

  /** The port of the parent at which the node is. Not for the root. */
  public int port() {
    return ports.getLast();
  }

  /** Whether the node is the other or gives its value to it, also through others. */
  public boolean isIn(NodePath other) {
    return ports.size() >= other.ports.size()
        && ports.subList(0, other.ports.size()).equals(other.ports);
  }

  @Override
  public String toString() {
    return ports.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
