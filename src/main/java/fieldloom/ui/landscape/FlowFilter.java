package fieldloom.ui.landscape;

import fieldloom.landscape.FlowState.Health;

/** Which flows are shown in full. */
public enum FlowFilter {
  ALL,
  PROBLEMS,
  NEVER;

  boolean lets(Health health) {
    return switch (this) {
      case ALL -> true;
      case PROBLEMS -> health == Health.WARNINGS || health == Health.ERRORS;
      case NEVER -> health == Health.NEVER;
    };
  }
}
