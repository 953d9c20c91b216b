package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import java.util.HashSet;
import java.util.Set;

/** The rules that a canvas draws between its trees. */
public final class CanvasRules {
  private static final double WIDTH = 600;
  private static final double HEIGHT = 10_000;

  private CanvasRules() {}

  public static Set<Rule> drawn(CanvasViewModel canvas) {
    Frame frame = canvas.frame(WIDTH, 0, HEIGHT);
    Set<Rule> rules = new HashSet<>();
    frame.curves().forEach(curve -> rules.addAll(curve.rules()));
    frame.nodes().forEach(node -> rules.add(node.rule()));
    frame.pills().forEach(pill -> rules.add(pill.rule()));
    return rules;
  }
}
