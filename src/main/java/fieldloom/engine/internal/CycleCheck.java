package fieldloom.engine.internal;

import fieldloom.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds target fields whose rules need each other. */
final class CycleCheck {
  private final CompileContext context;
  private final Set<Integer> done = new HashSet<>();
  private final List<Integer> path = new ArrayList<>();
  private boolean found;

  CycleCheck(CompileContext context) {
    this.context = context;
  }

  /** Reports each circle once; true where there is one. */
  boolean check() {
    for (Map.Entry<Integer, Set<Integer>> entry : context.reads.entrySet()) {
      visit(entry.getKey());
    }
    return found;
  }

  private void visit(int rule) {
    int start = path.indexOf(rule);
    if (start >= 0) {
      report(path.subList(start, path.size()));
      return;
    }
    if (!done.add(rule)) {
      return;
    }
    path.add(rule);
    for (int next : context.reads.getOrDefault(rule, Set.of())) {
      visit(next);
    }
    path.removeLast();
  }

  private void report(List<Integer> circle) {
    found = true;
    List<String> names = new ArrayList<>();
    for (int rule : circle) {
      names.add(context.mapping.rules().get(rule).to());
    }
    names.add(names.getFirst());
    context.problems.error(
        "cycle",
        Problem.Place.of(circle.getFirst(), names.getFirst()),
        "These fields need each other: " + String.join(" → ", names) + ".",
        "Let one of them read the source instead.");
  }
}
