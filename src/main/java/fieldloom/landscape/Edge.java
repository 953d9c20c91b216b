package fieldloom.landscape;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that flows between two systems.
 *
 * @param a id of the system that comes first in the landscape
 * @param b id of the other one
 * @param flows in the landscape's order; not empty
 * @param sentence what the two have to do with each other; {@link Words#NONE} where nobody says
 */
public record Edge(String a, String b, List<Flow> flows, Words sentence) {
  public Edge {
    flows = List.copyOf(flows);
  }

  /** What leaves {@link #a}. */
  public List<Flow> forth() {
    return flows.stream().filter(flow -> flow.from().equals(a)).toList();
  }

  /** What reaches {@link #a}. */
  public List<Flow> back() {
    return flows.stream().filter(flow -> flow.from().equals(b)).toList();
  }

  /** Its flows direction by direction, those without any left out. */
  public List<List<Flow>> directions() {
    return Stream.of(forth(), back()).filter(flows -> !flows.isEmpty()).toList();
  }

  public boolean isBetween(String one, String other) {
    return a.equals(one) && b.equals(other) || a.equals(other) && b.equals(one);
  }
}
