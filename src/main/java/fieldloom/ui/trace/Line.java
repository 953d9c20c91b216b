package fieldloom.ui.trace;

import fieldloom.engine.trace.TraceLine;
import fieldloom.engine.trace.TraceStep;

/**
 * A step as the pane shows it.
 *
 * @param number from 1
 */
public record Line(int number, TraceLine line, TraceStep step) {
  /** What a screen reader says. */
  String spoken() {
    return number + " " + line.text().replace('\t', ',').replace(",", ", ").replace(",  ", ", ");
  }
}
