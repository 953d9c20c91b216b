package fieldloom.model.drawing;

import fieldloom.model.formula.Formula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A formula as a drawing: nodes with input ports and one output, and edges from outputs to ports.
 * Every drawing reads back as a formula, and one that was made of a formula as that formula. An
 * output may go to several ports; the formula then says it several times.
 *
 * <p>Edits keep the ids of the nodes they keep, so that what is known of a node can follow it.
 *
 * @param nodes the result first, each before those that come in at its ports
 * @param edges one for each port
 * @param result id of the node that gives the formula's value
 */
public record Drawing(List<Node> nodes, List<Edge> edges, int result) {

  /**
   * A node.
   *
   * @param id unique in the drawing
   * @param ports how many inputs it has; they are counted from 0
   */
  public record Node(int id, Shape shape, int ports) {}

  /** From a node's output to another one's port. */
  public record Edge(int from, int to, int port) {}

  /**
   * Checks that it is a drawing.
   *
   * @throws IllegalArgumentException where a port has no edge or two, an edge has no end, nodes
   *     feed themselves, or one feeds nothing
   */
  public Drawing {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    new Wiring(nodes, edges).check(result);
  }

  /** The formulas that come in at the ports of the node that a formula is drawn as, in order. */
  public static List<Formula> inputs(Formula formula) {
    return Twigs.inputs(formula);
  }

  /** Draws a formula. Its nodes are numbered from 0 on. */
  public static Drawing of(Formula formula) {
    return new Twigs(0).of(formula).drawing();
  }

  /** One node that needs nothing. */
  public static Drawing of(Shape leaf) {
    return new Drawing(List.of(new Node(0, leaf, 0)), List.of(), 0);
  }

  /** Reads the drawing back; the formula's places are all the first one. */
  public Formula formula() {
    return twig().formula();
  }

  Twig twig() {
    return new Wiring(nodes, edges).twig(result);
  }

  /** The node at a place; null where none is there. */
  public @Nullable Node at(NodePath place) {
    Twig twig = twig().at(place);
    return twig == null ? null : twig.node();
  }

  /** Everything that the node at a place gives, as a drawing of its own; null where none is. */
  public @Nullable Drawing part(NodePath place) {
    Twig twig = twig().at(place);
    return twig == null ? null : twig.drawing();
  }

  /** The ids at each place; the result first, each before those that come in at its ports. */
  public Map<NodePath, Node> places() {
    Map<NodePath, Node> places = new LinkedHashMap<>();
    twig().walk(NodePath.ROOT, (place, twig) -> places.put(place, twig.node()));
    return places;
  }

  /** The first place of each node by its id. */
  public Map<Integer, NodePath> placesById() {
    Map<Integer, NodePath> found = new HashMap<>();
    places().forEach((place, node) -> found.putIfAbsent(node.id(), place));
    return found;
  }

  /** The drawing with something else at a place; unchanged where nothing is there. */
  public Drawing replace(NodePath place, Drawing by) {
    return edited(place, (fresh, twig) -> fresh.copy(by.twig()));
  }

  /**
   * Puts a node between the one at a place and what takes its value.
   *
   * @param port of the new node at which the old value comes in
   * @param others what comes in at its other ports, in their order
   */
  public Drawing insert(NodePath place, Shape shape, int port, List<Drawing> others) {
    return edited(
        place,
        (fresh, twig) -> {
          List<Twig> inputs = new ArrayList<>();
          for (Drawing other : others) {
            inputs.add(fresh.copy(other.twig()));
          }
          inputs.add(port, twig);
          return fresh.node(shape, inputs);
        });
  }

  /** Takes a node away; what comes in at that port takes its place. */
  public Drawing lift(NodePath place, int port) {
    return edited(place, (fresh, twig) -> twig.inputs().get(port));
  }

  /** Takes all nodes away but the one at a place and those that feed it. */
  public Drawing lift(NodePath place) {
    return edited(NodePath.ROOT, (fresh, twig) -> Objects.requireNonNull(twig.at(place)));
  }

  /** Gives a node another port with something at it; an object's member has a name. */
  public Drawing add(NodePath place, int port, Drawing argument, String name) {
    return edited(place, (fresh, twig) -> twig.plus(port, fresh.copy(argument.twig()), name));
  }

  /** Takes a port away with all that comes in there. */
  public Drawing remove(NodePath place, int port) {
    return edited(place, (fresh, twig) -> twig.without(port));
  }

  /** What becomes of a node, and where new ones come from. */
  private interface Change {
    Twig of(Twigs fresh, Twig twig);
  }

  private Drawing edited(NodePath place, Change change) {
    int free = nodes.stream().mapToInt(Node::id).max().orElse(-1) + 1;
    Twigs fresh = new Twigs(free);
    Twig twig = fresh.apart(twig(), new HashSet<>());
    return twig.at(place) == null
        ? this
        : twig.with(place, old -> change.of(fresh, old)).normal().drawing();
  }

  /**
   * The places, that one and those that feed it, where a field is read, or what else has a name
   * that no lambda gives.
   */
  public List<NodePath> fields(NodePath from) {
    List<NodePath> found = new ArrayList<>();
    Set<String> given = new HashSet<>();
    Twig twig = twig();
    for (int port : from.ports()) {
      if (port >= twig.inputs().size()) {
        return found;
      }
      given.addAll(twig.names());
      twig = twig.inputs().get(port);
    }
    twig.fields(from, given, found::add);
    return found;
  }
}
