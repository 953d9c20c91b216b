package fieldloom.ui.session;

import fieldloom.model.Acceptances;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.Variable;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits that come of what is wrong with a mapping. */
public sealed interface ProblemEdit extends Edit {

  /**
   * A quick fix: what it does is another edit.
   *
   * @param label what undo calls it
   */
  record Fix(Edit edit, String label) implements ProblemEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return edit.applyTo(mapping);
    }
  }

  /**
   * A warning is let stand.
   *
   * @param reason "" takes that back
   */
  record Accept(Problem problem, String reason) implements ProblemEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return Acceptances.with(mapping, problem, reason);
    }

    @Override
    public String label() {
      return Words.get(
          reason.isBlank() ? "edit.unaccept" : "edit.accept", problem.place().target());
    }
  }

  /**
   * Another variable in the place of one.
   *
   * @param now null takes it away
   */
  record PutVariable(Variable old, @Nullable Variable now) implements ProblemEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      int at = mapping.variables().indexOf(old);
      if (at < 0) {
        return mapping;
      }
      List<Variable> variables = new ArrayList<>(mapping.variables());
      if (now == null) {
        variables.remove(at);
      } else {
        variables.set(at, now);
      }
      return DocumentEdits.withVariables(mapping, variables);
    }

    @Override
    public String label() {
      return Words.get(now == null ? "edit.variable.delete" : "edit.variable.change", old.name());
    }
  }

  /** A rule fills another field. */
  record Retarget(Rule rule, String to) implements ProblemEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return RuleEdits.replace(
          mapping,
          rule,
          new Rule(
              to,
              rule.from(),
              rule.formula(),
              rule.each(),
              rule.when(),
              rule.in(),
              rule.target(),
              rule.defaultValue(),
              rule.extras()));
    }

    @Override
    public String label() {
      return Words.get("edit.retarget", rule.to(), to);
    }
  }
}
