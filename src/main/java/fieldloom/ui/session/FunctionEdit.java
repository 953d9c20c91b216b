package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Mapping.OwnFunction;
import fieldloom.model.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Edits of the functions that a mapping has of its own. Their names know no upper and lower case.
 */
public sealed interface FunctionEdit extends Edit {

  /**
   * A function more, or another one in its place; what calls it calls it by its new name. Nothing
   * happens where another has that name.
   *
   * @param old the name so far; null for a new one
   */
  record Put(@Nullable String old, OwnFunction function) implements FunctionEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      int at = old == null ? -1 : indexOf(mapping, old);
      int taken = indexOf(mapping, function.name());
      if (old != null && at < 0 || taken >= 0 && taken != at || function.name().isBlank()) {
        return mapping;
      }
      List<OwnFunction> functions = new ArrayList<>(mapping.functions());
      if (at < 0) {
        functions.add(function);
      } else {
        functions.set(at, function);
      }
      Mapping put = mapping.withFunctions(functions);
      return old == null || old.equals(function.name())
          ? put
          : Looks.follow(
              mapping,
              AllTexts.rewrite(
                  put,
                  text ->
                      Calls.replaced(
                          text,
                          call -> call.name().equalsIgnoreCase(old) ? call.at() : null,
                          function.name())));
    }

    @Override
    public String label() {
      return Words.get(old == null ? "edit.function.add" : "edit.function.change", function.name());
    }
  }

  /** A function goes; what calls it stays as it is. */
  record Delete(String name) implements FunctionEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      int at = indexOf(mapping, name);
      if (at < 0) {
        return mapping;
      }
      List<OwnFunction> functions = new ArrayList<>(mapping.functions());
      functions.remove(at);
      return mapping.withFunctions(functions);
    }

    @Override
    public String label() {
      return Words.get("edit.function.delete", name);
    }
  }

  /**
   * A rule's formula becomes a function, which the rule calls.
   *
   * @param call what the rule says then
   */
  record Extract(Rule rule, OwnFunction function, String call) implements FunctionEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      Mapping made = new Put(null, function).applyTo(mapping);
      return made == mapping || !mapping.rules().contains(rule)
          ? mapping
          : RuleEdits.replace(made, rule, rule.withFrom(null).withFormula(call));
    }

    @Override
    public String label() {
      return Words.get("edit.function.extract", rule.to(), function.name());
    }
  }

  /** The places that call a function. */
  static List<Use> uses(Mapping mapping, String function) {
    return AllTexts.uses(
        mapping,
        text -> Calls.of(text).stream().anyMatch(c -> c.name().equalsIgnoreCase(function)));
  }

  private static int indexOf(Mapping mapping, String name) {
    for (int i = 0; i < mapping.functions().size(); i++) {
      if (mapping.functions().get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }
}
