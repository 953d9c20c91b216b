package fieldloom.ui.session;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Carries rules from the fields of one schema to those of another. */
final class RebindEdits {
  private final Mapping mapping;
  private final Side side;
  private final Map<FieldRef, FieldRef> moved;
  private final Loops loops;

  private RebindEdits(Mapping mapping, Side side, Map<FieldRef, FieldRef> moved) {
    this.mapping = mapping;
    this.side = side;
    this.moved = moved;
    this.loops = Loops.of(mapping);
  }

  static Mapping rebind(
      Mapping mapping, Side side, Document document, Map<FieldRef, FieldRef> moved) {
    RebindEdits edits = new RebindEdits(mapping, side, moved);
    Mapping put = DocumentEdits.put(mapping, side, document);
    if (moved.isEmpty()) {
      return put;
    }
    Mapping carried = DocumentEdits.withVariables(put.withRules(edits.rules()), edits.variables());
    return LayoutFields.follow(
        mapping, carried, (of, field) -> of == side ? edits.image(field) : field);
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : mapping.rules()) {
      Rule carried = LoopEdits.rewrite(rule, path -> carried(path, rule));
      FieldRef target = loops.target(rule);
      FieldRef now = side == Side.TARGET ? image(target) : target;
      rules.add(now.equals(target) ? carried : to(carried, now.path()));
    }
    return rules;
  }

  private List<Mapping.Variable> variables() {
    return mapping.variables().stream()
        .map(
            v ->
                new Mapping.Variable(
                    v.name(),
                    FormulaText.of(v.formula()).rewrite(p -> image(FieldRef.of(p)).whole()),
                    v.in(),
                    v.extras()))
        .toList();
  }

  /** A path through an alias stays one where the field is still in the loop's list. */
  private Path carried(Path path, Rule rule) {
    FieldRef was = loops.resolve(path, rule);
    if (was == null) {
      return path;
    }
    FieldRef is = image(was);
    int behindAlias = behindAlias(path, was);
    FieldRef list = new FieldRef(was.document(), was.path().head(was.path().size() - behindAlias));
    if (behindAlias == was.path().size() && path.equals(was.whole())) {
      return is.whole();
    }
    FieldRef listNow = image(list);
    if (!is.isIn(listNow)) {
      return is.whole();
    }
    List<Path.Step> steps = new ArrayList<>(path.steps().subList(0, path.size() - behindAlias));
    steps.addAll(is.path().tail(listNow.path().size()).steps());
    return new Path(steps);
  }

  /** How many of a path's last names stand in the field's own path, behind what leads there. */
  private static int behindAlias(Path path, FieldRef field) {
    boolean whole = path.equals(field.whole());
    int n = whole ? field.path().size() : 0;
    while (!whole
        && n < path.size() - 1
        && n < field.path().size()
        && path.steps()
            .get(path.size() - 1 - n)
            .equals(field.path().steps().get(field.path().size() - 1 - n))
        && !isItems(path, path.size() - 1 - n)) {
      n++;
    }
    return n;
  }

  /** {@code items[]} behind a group's alias is no field. */
  private static boolean isItems(Path path, int at) {
    Path.Step step = path.steps().get(at);
    return at == 1 && step.name().equals("items") && step.arrays() == 1;
  }

  private FieldRef image(FieldRef field) {
    FieldRef exact = moved.get(field);
    if (exact != null) {
      return exact;
    }
    // What lies in a group that moved moves with it.
    for (FieldRef up = field; !up.isRoot(); up = up.parent()) {
      FieldRef group = moved.get(up);
      if (group != null) {
        List<Path.Step> steps = new ArrayList<>(group.path().steps());
        steps.addAll(field.path().tail(up.path().size()).steps());
        return new FieldRef(group.document(), new Path(steps));
      }
    }
    return field;
  }

  private static Rule to(Rule rule, Path path) {
    return new Rule(
        path.toString(),
        rule.from(),
        rule.formula(),
        rule.each(),
        rule.when(),
        rule.in(),
        rule.target(),
        rule.defaultValue(),
        rule.extras());
  }
}
