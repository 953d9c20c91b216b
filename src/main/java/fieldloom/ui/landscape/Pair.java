package fieldloom.ui.landscape;

import fieldloom.landscape.Edge;

/**
 * The two systems of an edge, by id; an edge's name.
 *
 * @param a the one that comes first in the landscape
 * @param b the other one
 */
public record Pair(String a, String b) {

  static Pair of(Edge edge) {
    return new Pair(edge.a(), edge.b());
  }

  boolean touches(String system) {
    return a.equals(system) || b.equals(system);
  }
}
