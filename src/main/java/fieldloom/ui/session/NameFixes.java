package fieldloom.ui.session;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionLibrary;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.Table;
import fieldloom.ui.session.Calls.Call;
import fieldloom.ui.session.Calls.Span;
import fieldloom.ui.session.FormulaText.Kind;
import fieldloom.ui.session.FormulaText.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fixes that write another name in a formula: the one that was meant. */
final class NameFixes {
  private static final int MOST = 3;

  private final FixContext context;
  private final ProblemText at;
  private final List<QuickFix> found = new ArrayList<>();

  private NameFixes(FixContext context, ProblemText at) {
    this.context = context;
    this.at = at;
  }

  /** Those that may help; whether they do has to be tried. */
  static List<QuickFix> of(FixContext context, Problem problem) {
    if (problem.code().equals("unknown-target") || problem.code().equals("unlisted-target")) {
      return targets(context, problem);
    }
    ProblemText text = ProblemText.of(context.mapping(), problem);
    if (text == null) {
      return List.of();
    }
    NameFixes fixes = new NameFixes(context, text);
    switch (problem.code()) {
      case "unknown-function" -> fixes.functions();
      case "deprecated" -> fixes.successor();
      case "unknown-path", "unlisted-path", "unfilled-target" ->
          fixes.paths(context.field(problem));
      case "unknown-table" -> fixes.tables();
      case "unknown-column" -> fixes.columns();
      case "syntax" -> fixes.equalSign();
      default -> {
        // It is about no name.
      }
    }
    return fixes.found;
  }

  private void functions() {
    for (Token token : FormulaText.of(at.text()).tokens()) {
      if (token.start() == at.at()) {
        List<String> own =
            context.mapping().functions().stream().map(Mapping.OwnFunction::name).toList();
        FunctionLibrary library = FunctionLibrary.standard();
        String name = token.text().toUpperCase(Locale.ROOT);
        library
            .nearest(name, own, MOST)
            .forEach(near -> add(new Span(token.start(), token.end()), near));
      }
    }
  }

  private void successor() {
    for (Call call : Calls.of(at.text())) {
      if (call.at().from() == at.at()) {
        FunctionLibrary.standard()
            .find(call.name())
            .map(FunctionDef::successor)
            .filter(Objects::nonNull)
            .ifPresent(next -> add(call.at(), next));
      }
    }
  }

  private void paths(@Nullable FieldRef to) {
    for (Token token : FormulaText.of(at.text()).tokens()) {
      boolean here = token.start() <= at.at() && at.at() < token.end();
      if (here && token.kind() == Kind.PATH) {
        Near.names(token.text(), known(to), MOST)
            .forEach(near -> add(new Span(token.start(), token.end()), near));
      }
    }
  }

  /** The paths that can be read where the problem is. */
  private List<String> known(@Nullable FieldRef to) {
    List<String> names = new ArrayList<>();
    context.mapping().variables().forEach(v -> names.add(v.name()));
    context.mapping().params().forEach(p -> names.add("param." + p.name()));
    for (SchemaFields.Field field : context.sources()) {
      names.add(
          to == null || to.isRoot()
              ? field.ref().toString()
              : context.index().loops().written(field.ref(), to).toString());
    }
    for (Rule rule : context.mapping().rules()) {
      names.add(context.index().loops().target(rule).toString());
    }
    return names;
  }

  private void tables() {
    List<String> names = context.mapping().tables().stream().map(Table::name).toList();
    for (Call call : Calls.of(at.text())) {
      Span span = Calls.tableOf(call);
      if (call.at().from() == at.at() && span != null) {
        String wrong = Calls.textOf(at.text(), span);
        if (wrong != null) {
          Near.names(wrong, names, MOST).forEach(near -> add(span, Calls.literal(near)));
          Table made = PartFixes.empty(wrong);
          found.add(
              new QuickFix(
                  Words.get("fix.table", wrong),
                  "",
                  new TableEdit.Add(made),
                  new QuickFix.Then.Table(wrong)));
        }
      }
    }
  }

  private void columns() {
    for (Call call : Calls.of(at.text())) {
      Span span = Calls.tableOf(call);
      if (call.at().from() == at.at() && span != null && call.arguments().size() > 2) {
        String name = Calls.textOf(at.text(), span);
        Span column = call.arguments().get(2);
        String wrong = Calls.textOf(at.text(), column);
        for (Table table : context.mapping().tables()) {
          if (table.name().equals(name) && wrong != null) {
            Near.names(wrong, table.columns(), MOST)
                .forEach(near -> add(column, Calls.literal(near)));
          }
        }
      }
    }
  }

  private void equalSign() {
    String text = at.text();
    boolean sign = at.at() < text.length() && text.charAt(at.at()) == '=';
    if (sign) {
      add(new Span(at.at(), at.at() + 1), "==");
    }
  }

  private void add(Span span, String name) {
    String text = at.with(span, name);
    found.add(new QuickFix(Words.get("fix.replace", name), text, at.change().apply(text)));
  }

  /** Fields that the rule was meant for. */
  private static List<QuickFix> targets(FixContext context, Problem problem) {
    Rule rule = context.rule(problem);
    FieldRef field = context.field(problem);
    if (rule == null || field == null || !context.schemas().containsKey(field.document())) {
      return List.of();
    }
    List<String> free =
        SchemaFields.of(field.document(), context.schemas().get(field.document())).stream()
            .map(SchemaFields.Field::ref)
            .filter(ref -> context.index().filling(ref).isEmpty())
            .map(ref -> ref.path().toString())
            .toList();
    return Near.names(rule.to(), free, MOST).stream()
        .map(
            to ->
                new QuickFix(Words.get("fix.retarget", to), "", new ProblemEdit.Retarget(rule, to)))
        .toList();
  }
}
