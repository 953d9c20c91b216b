package fieldloom.ui.ownfunctions;

import fieldloom.function.FunctionLibrary;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.OwnFunction;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.ui.session.FormulaText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A function as it is typed.
 *
 * @param params names with commas between them
 * @param arguments a formula for each parameter, with which it is tried out
 */
record Draft(String name, String params, String formula, List<String> arguments) {
  static final Draft EMPTY = new Draft("", "", "", List.of());

  Draft {
    arguments = List.copyOf(arguments);
  }

  static Draft of(OwnFunction function) {
    return new Draft(
        function.name(), String.join(", ", function.params()), function.formula(), List.of());
  }

  /** A function that does what a rule's formula does: what it reads are the parameters. */
  static Draft of(Rule rule) {
    String formula = String.valueOf(rule.formula());
    Map<Path, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Path path : FormulaText.of(formula).paths()) {
      names.computeIfAbsent(path, p -> free(plain(p), taken));
    }
    String body =
        FormulaText.of(formula)
            .rewrite(
                p -> {
                  String name = names.get(p);
                  return name == null ? p : new Path(List.of(new Path.Step(name, 0)));
                });
    return new Draft(
        "",
        String.join(", ", names.values()),
        body,
        names.keySet().stream().map(Path::toString).toList());
  }

  private static String plain(Path path) {
    String name = path.last().name();
    return Path.isPlain(name) && !name.startsWith("@") && !name.startsWith("#") ? name : "value";
  }

  private static String free(String base, Set<String> taken) {
    String name = base;
    for (int i = 2; !taken.add(name); i++) {
      name = base + i;
    }
    return name;
  }

  List<String> paramList() {
    List<String> found = new ArrayList<>();
    for (String param : params.split("[,，、\\s]+")) {
      if (!param.isBlank()) {
        found.add(param.strip());
      }
    }
    return found;
  }

  /** The argument for a parameter; "" where none is typed. */
  String argument(int at) {
    return at < arguments.size() ? arguments.get(at) : "";
  }

  Draft withArgument(int at, String text) {
    List<String> changed = new ArrayList<>(arguments);
    while (changed.size() <= at) {
      changed.add("");
    }
    changed.set(at, text);
    return new Draft(name, params, formula, changed);
  }

  OwnFunction finished(Extras extras) {
    return new OwnFunction(name.strip(), paramList(), formula.strip(), extras);
  }

  /** The call of the function with its arguments. */
  String call() {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < paramList().size(); i++) {
      values.add(argument(i).isBlank() ? "NULL" : argument(i).strip());
    }
    return name.strip() + values.stream().collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * What is wrong; null where nothing is.
   *
   * @param old the name it had so far; null for a new one
   */
  @Nullable String fault(Mapping mapping, @Nullable String old) {
    String called = name.strip();
    if (!Path.isPlain(called) || called.startsWith("@") || called.startsWith("#")) {
      return Words.get("name.plain");
    }
    if (FunctionLibrary.standard().all().stream()
        .anyMatch(f -> f.name().equalsIgnoreCase(called))) {
      return Words.get("name.library", called);
    }
    boolean taken =
        mapping.functions().stream()
            .anyMatch(f -> f.name().equalsIgnoreCase(called) && !f.name().equals(old));
    if (taken) {
      return Words.get("name.taken", called);
    }
    List<String> names = paramList();
    for (String param : names) {
      if (!Path.isPlain(param) || param.startsWith("@") || param.startsWith("#")) {
        return Words.get("params.plain", param);
      }
    }
    if (Set.copyOf(names).size() < names.size()) {
      return Words.get("params.twice");
    }
    try {
      FormulaParser.parse(formula);
      return null;
    } catch (FormulaException e) {
      return e.pos() + "  " + e.getMessage();
    }
  }
}
