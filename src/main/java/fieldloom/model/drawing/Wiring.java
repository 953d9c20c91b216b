package fieldloom.model.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nodes with what comes in at their ports. */
final class Wiring {
  private final Map<Integer, Drawing.Node> nodes = new HashMap<>();
  private final Map<Integer, @Nullable Integer[]> inputs = new HashMap<>();
  private final Map<Integer, Twig> twigs = new HashMap<>();

  Wiring(List<Drawing.Node> all, List<Drawing.Edge> edges) {
    for (Drawing.Node node : all) {
      require(nodes.put(node.id(), node) == null, "Two nodes have the number " + node.id() + ".");
      require(node.shape().takes(node.ports()), node + " cannot have so many ports.");
      inputs.put(node.id(), new Integer[node.ports()]);
    }
    for (Drawing.Edge edge : edges) {
      @Nullable Integer[] ports = inputs.get(edge.to());
      require(nodes.containsKey(edge.from()) && ports != null, edge + " has no node at an end.");
      boolean free = edge.port() >= 0 && edge.port() < ports.length && ports[edge.port()] == null;
      require(free, edge + " ends at no free port.");
      ports[edge.port()] = edge.from();
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  void check(int result) {
    require(nodes.containsKey(result), "No node gives the result.");
    Set<Integer> done = new HashSet<>();
    check(result, new HashSet<>(), done);
    require(done.size() == nodes.size(), "A node gives its value to nothing.");
  }

  private void check(int id, Set<Integer> above, Set<Integer> done) {
    require(above.add(id), "Node " + id + " gives its value to itself.");
    if (done.add(id)) {
      for (int input : inputs(id)) {
        check(input, above, done);
      }
    }
    above.remove(id);
  }

  private List<Integer> inputs(int id) {
    List<Integer> found = new ArrayList<>();
    @Nullable Integer[] ports = inputs.getOrDefault(id, new Integer[0]);
    for (int i = 0; i < ports.length; i++) {
      Integer from = ports[i];
      if (from == null) {
        throw new IllegalArgumentException("Nothing comes in at port " + i + " of " + id + ".");
      }
      found.add(from);
    }
    return found;
  }

  Twig twig(int id) {
    Twig known = twigs.get(id);
    if (known != null) {
      return known;
    }
    Drawing.Node node = Objects.requireNonNull(nodes.get(id));
    List<Twig> inputs = new ArrayList<>();
    for (int input : inputs(id)) {
      inputs.add(twig(input));
    }
    Twig twig = new Twig(id, node.shape(), inputs);
    twigs.put(id, twig);
    return twig;
  }
}
