package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;

/**
 * A rule that was copied, put on another target field: it reads the same fields, as the loops
 * around that field name them. What the field had is replaced.
 *
 * @param from the mapping it was copied from, whose loops tell what its paths mean
 * @param rule a rule with a formula or a link
 */
public record PasteRule(Mapping from, Rule rule, FieldRef to) implements Edit {
  @Override
  public Mapping applyTo(Mapping mapping) {
    if (rule.expression() == null || to.isPlace() || to.isRoot()) {
      return mapping;
    }
    Loops was = Loops.of(from);
    Loops is = Loops.of(mapping);
    Rule moved = AllTexts.rewrite(rule.withEach(null), text -> carried(text, was, is));
    Rule old = RuleEdits.find(mapping, to, null);
    Rule base = old != null ? old : RuleEdits.blank(mapping, to);
    String expression = String.valueOf(moved.expression());
    Rule pasted =
        RuleEdits.filled(base, expression).withWhen(moved.when()).withDefault(rule.defaultValue());
    return RuleEdits.put(mapping, old, pasted);
  }

  private String carried(String text, Loops was, Loops is) {
    return FormulaText.of(text).rewrite(path -> carried(path, was, is));
  }

  private Path carried(Path path, Loops was, Loops is) {
    FieldRef read = was.resolve(path, rule);
    boolean source =
        read != null && from.sources().stream().anyMatch(d -> d.name().equals(read.document()));
    if (!source || read == null) {
      return path;
    }
    // Where it is read in the same way, it stays as it was typed.
    return read.equals(is.resolve(path, RuleEdits.blank(from, to))) ? path : is.written(read, to);
  }

  @Override
  public String label() {
    return Words.get("edit.paste", rule.to(), to.name());
  }
}
