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
 * @param from id of the system it leaves
 * @param to id of the system it reaches
 * @param title of the document that needs a look most, else of the first
 * @param count records of the last day, or that it never ran
 * @param spoken what a screen reader says
 */
record CardLine(Health health, String from, String to, String title, String count, String spoken) {

  /** One for each direction of an edge. */
  static List<CardLine> of(
      List<List<Flow>> directions, Map<String, FlowState> states, LandscapeWords words) {
    List<CardLine> lines = new ArrayList<>();
    for (List<Flow> flows : directions) {
      FlowState state =
          FlowState.of(
              flows.stream().map(f -> states.getOrDefault(f.id(), FlowState.NEVER)).toList());
      Flow lead = leading(flows, states);
      lines.add(
          new CardLine(
              state.health(),
              lead.from(),
              lead.to(),
              words.cardTitle(lead.title()),
              words.count(state),
              words.spoken(lead, flows.size() - 1, state)));
    }
    return lines;
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
