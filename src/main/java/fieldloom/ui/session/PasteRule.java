package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import java.util.List;

/**
 * A rule that was copied, put on other target fields: it reads the same fields, as the loops around
 * each of them name them. What the fields had is replaced.
 *
 * @param from the mapping it was copied from, whose loops tell what its paths mean
 * @param rule a rule with a formula or a link
 */
public record PasteRule(Mapping from, Rule rule, List<FieldRef> to) implements Edit {
  public PasteRule {
    to = List.copyOf(to);
  }

  /** On one field. */
  public PasteRule(Mapping from, Rule rule, FieldRef to) {
    this(from, rule, List.of(to));
  }

  @Override
  public Mapping applyTo(Mapping mapping) {
    if (rule.expression() == null) {
      return mapping;
    }
    Loops was = Loops.of(from);
    Loops is = Loops.of(mapping);
    Mapping result = mapping;
    for (FieldRef field : to) {
      if (!field.isPlace() && !field.isRoot()) {
        result = pasted(result, field, was, is);
      }
    }
    return result;
  }

  private Mapping pasted(Mapping mapping, FieldRef field, Loops was, Loops is) {
    Rule moved = AllTexts.rewrite(rule.withEach(null), text -> carried(text, field, was, is));
    Rule old = RuleEdits.find(mapping, field, null);
    Rule base = old != null ? old : RuleEdits.blank(mapping, field);
    String expression = String.valueOf(moved.expression());
    Rule pasted =
        RuleEdits.filled(base, expression).withWhen(moved.when()).withDefault(rule.defaultValue());
    return RuleEdits.put(mapping, old, pasted);
  }

  private String carried(String text, FieldRef field, Loops was, Loops is) {
    return FormulaText.of(text).rewrite(path -> carried(path, field, was, is));
  }

  private Path carried(Path path, FieldRef field, Loops was, Loops is) {
    FieldRef read = was.resolve(path, rule);
    boolean source =
        read != null && from.sources().stream().anyMatch(d -> d.name().equals(read.document()));
    if (!source || read == null) {
      return path;
    }
    // Where it is read in the same way, it stays as it was typed.
    return read.equals(is.resolve(path, RuleEdits.blank(from, field)))
        ? path
        : is.written(read, field);
  }

  @Override
  public String label() {
    return to.size() == 1
        ? Words.get("edit.paste", rule.to(), to.getFirst().name())
        : Words.get("edit.paste.many", rule.to(), to.size());
  }
}
