package fieldloom.engine.internal;

import fieldloom.engine.internal.ParsedRule.ParsedEach;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Table;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Warns of sources, variables, tables and own functions that no rule needs, neither by itself nor
 * through others of them. The driving source is needed always: its records are what is mapped.
 */
final class UsageCheck {
  private final CompileContext context;
  private final Mapping mapping;
  private final Set<String> names = new HashSet<>();
  private final Set<String> calls = new HashSet<>();
  private final Set<String> texts = new HashSet<>();
  private final List<Formula> open = new ArrayList<>();
  private boolean readable = true;

  UsageCheck(CompileContext context) {
    this.context = context;
    this.mapping = context.mapping;
  }

  /** Nothing is said where a formula cannot be read: what it would use is not known. */
  void check(List<ParsedRule> rules) {
    if (rules.isEmpty()) {
      return;
    }
    rules.forEach(this::add);
    mapping.sources().stream().map(Document::intake).forEach(this::add);
    Map<String, List<Formula>> variables = new HashMap<>();
    for (Mapping.Variable v : mapping.variables()) {
      variables.computeIfAbsent(v.name(), n -> new ArrayList<>()).addAll(parse(v.formula()));
    }
    Map<String, List<Formula>> functions = new HashMap<>();
    for (Mapping.OwnFunction f : mapping.functions()) {
      functions.put(f.name().toUpperCase(Locale.ROOT), parse(f.formula()));
    }
    while (!open.isEmpty()) {
      collect(open.removeLast(), variables, functions);
    }
    if (readable) {
      tell();
    }
  }

  private void tell() {
    mapping.sources().stream()
        .skip(1)
        .filter(s -> !names.contains(s.name()) && !context.connections.contains(s.name()))
        .forEach(s -> unused("source", s.name(), "Nothing reads the source " + s.name() + "."));
    mapping.variables().stream()
        .filter(v -> !names.contains(v.name()))
        .forEach(v -> unused("variable", v.name(), "No rule needs the variable " + v.name() + "."));
    mapping.tables().stream()
        .map(Table::name)
        .filter(t -> !texts.contains(t))
        .forEach(t -> unused("table", t, "No rule looks anything up in the table " + t + "."));
    mapping.functions().stream()
        .map(Mapping.OwnFunction::name)
        .filter(f -> !calls.contains(f.toUpperCase(Locale.ROOT)))
        .forEach(f -> unused("function", f, "No rule needs the function " + f + "."));
  }

  private void unused(String what, String name, String message) {
    context.problems.warning(
        "unused-" + what,
        Problem.Place.named(what + " " + name),
        message,
        "Remove it, or use it in a rule.");
  }

  private void add(ParsedRule rule) {
    add(rule.value());
    add(rule.when());
    ParsedEach each = rule.each();
    if (each == null) {
      return;
    }
    add(each.over());
    each.joins().forEach(j -> open.addAll(List.of(j.with(), j.on())));
    add(each.where());
    Stream.of(each.distinct(), each.groupBy(), each.orderBy())
        .forEach(list -> open.addAll(list == null ? List.of() : list));
  }

  private void add(@Nullable Formula formula) {
    if (formula != null) {
      open.add(formula);
    }
  }

  private void add(Document.@Nullable Intake intake) {
    if (intake == null) {
      return;
    }
    if (intake.where() != null) {
      open.addAll(parse(intake.where()));
    }
    if (intake.groupBy() != null) {
      intake.groupBy().keys().forEach(k -> open.addAll(parse(k.by())));
    }
  }

  /** One formula; none where the text is none. */
  private List<Formula> parse(String text) {
    try {
      return List.of(FormulaParser.parse(text));
    } catch (FormulaException e) {
      readable = false;
      return List.of();
    }
  }

  private void collect(
      Formula formula, Map<String, List<Formula>> variables, Map<String, List<Formula>> functions) {
    FormulaParts.walk(
        formula,
        part -> {
          switch (part) {
            case Formula.Ref ref -> {
              String name = ref.path().steps().getFirst().name();
              if (names.add(name)) {
                open.addAll(variables.getOrDefault(name, List.of()));
              }
            }
            case Formula.Call call -> {
              if (calls.add(call.name())) {
                open.addAll(functions.getOrDefault(call.name(), List.of()));
              }
              namesTable(call);
            }
            case Formula.Text text -> texts.add(text.value());
            default -> {
              // It names nothing by itself.
            }
          }
        });
  }

  /** A table whose name is computed may be any. */
  private void namesTable(Formula.Call call) {
    int at =
        switch (call.name()) {
          case "LOOKUP", "EXISTS_IN", "LOOKUP_RANGE" -> 0;
          case "WORKDAYS", "WORKDAY_ADD" -> 2;
          case "CONVERT_UNIT", "CONVERT_CURRENCY" -> 3;
          default -> Integer.MAX_VALUE;
        };
    if (at < call.args().size() && !(call.args().get(at) instanceof Formula.Text)) {
      mapping.tables().forEach(t -> texts.add(t.name()));
    }
  }
}
