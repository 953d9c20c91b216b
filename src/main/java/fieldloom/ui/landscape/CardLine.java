package fieldloom.ui.landscape;

import fieldloom.landscape.Flow;
import fieldloom.landscape.FlowState;
import fieldloom.landscape.FlowState.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a card says of one direction.
 *
 * @param lead the document that needs a look most, else the first
 * @param others how many flow beside it
 * @param state of all of them
 * @param arrow the way they go on the screen
 * @param title of the leading document, as it fits
 * @param count records of the last day, or that it never ran
 */
record CardLine(Flow lead, int others, FlowState state, Arrow arrow, String title, String count) {

  /**
   * One for each direction of an edge.
   *
   * @param systems where the systems are, by id
   */
  static List<CardLine> of(
      List<List<Flow>> directions,
      Map<String, FlowState> states,
      Map<String, Box> systems,
      LandscapeWords words) {
    List<CardLine> lines = new ArrayList<>(2);
    for (List<Flow> flows : directions) {
      List<FlowState> each = new ArrayList<>(flows.size());
      flows.forEach(f -> each.add(states.getOrDefault(f.id(), FlowState.NEVER)));
      FlowState state = FlowState.of(each);
      Flow lead = leading(flows, states);
      lines.add(
          new CardLine(
              lead,
              flows.size() - 1,
              state,
              Arrow.of(systems.get(lead.from()), systems.get(lead.to())),
              words.cardTitle(lead.title()),
              words.count(state)));
    }
    return lines;
  }

  Health health() {
    return state.health();
  }

  /** The flow that needs a look most; where none does, the first. */
  static Flow leading(List<Flow> flows, Map<String, FlowState> states) {
    Flow lead = flows.getFirst();
    for (Flow flow : flows) {
      if (rank(flow, states) > rank(lead, states)) {
        lead = flow;
      }
    }
    return lead;
  }

  private static int rank(Flow flow, Map<String, FlowState> states) {
    return switch (states.getOrDefault(flow.id(), FlowState.NEVER).health()) {
      case NEVER, GOOD -> 0;
      case WARNINGS -> 1;
      case ERRORS -> 2;
      case RUNNING -> 3;
    };
  }
}
