package fieldloom.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.model.Extras;
import fieldloom.model.Mapping.Variable;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.Table;
import fieldloom.ui.session.Calls.Call;
import fieldloom.ui.session.Calls.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fixes that add a rule or a row, or take away what does nothing. */
final class PartFixes {
  private static final int MOST_LINKS = 2;
  private static final int MOST_ROWS = 200;

  private final FixContext context;
  private final List<QuickFix> found = new ArrayList<>();

  private PartFixes(FixContext context) {
    this.context = context;
  }

  /** Those that may help; whether they do has to be tried. */
  static List<QuickFix> of(FixContext context, Problem problem) {
    PartFixes fixes = new PartFixes(context);
    switch (problem.code()) {
      case "required-unfilled" -> fixes.fill(problem);
      case "required-missing", "required-null" -> {
        if (problem.place().ruleIndex() < 0) {
          fixes.fill(problem);
        }
      }
      case "never-written", "unreachable" -> fixes.never(problem);
      case "two-rules", "no-value", "unknown-target" -> fixes.delete(problem);
      case "unused-source", "unused-variable", "unused-table", "unused-function" ->
          fixes.unused(problem);
      case "lookup-miss", "lookup-unmatched" -> fixes.rows(problem);
      case "always-holds", "never-holds", "case-twice" -> fixes.branch(problem);
      default -> {
        // Nothing is to be added or taken away.
      }
    }
    return fixes.found;
  }

  /** A required field without a rule: the source field that is named most alike, or a constant. */
  private void fill(Problem problem) {
    FieldRef to = context.field(problem);
    SchemaNode node = to == null ? null : context.node(to);
    if (to == null || node == null) {
      return;
    }
    LinkPlanner planner = new LinkPlanner(context.mapping(), context.schemas());
    context.sources().stream()
        .filter(f -> isAlike(f, to, node))
        .sorted(Comparator.comparingInt(f -> distance(f, to, node)))
        .map(SchemaFields.Field::ref)
        .filter(from -> planner.plan(from, to) instanceof LinkPlan.Apply)
        .limit(MOST_LINKS)
        .forEach(
            from ->
                found.add(
                    new QuickFix(
                        Words.get("fix.link", from.toString()), "", new Edit.Link(from, to))));
    SchemaNode inner = LinkPlanner.item(node);
    String value = Constants.of(inner);
    if (value != null && !to.isArray()) {
      found.add(
          new QuickFix(
              Words.get("fix.constant", value),
              "",
              new Edit.SetConstant(to, value),
              new QuickFix.Then.Formula(to)));
    }
  }

  private static boolean isAlike(SchemaFields.Field from, FieldRef to, SchemaNode node) {
    return from.ref().isArray() == to.isArray()
        && distance(from, to, node) <= Math.max(2, LinkPlanner.plain(to.name()).length() / 2);
  }

  /** Ends of names count: FBillNo is like orderNo; like titles are like. */
  private static int distance(SchemaFields.Field from, FieldRef to, SchemaNode node) {
    String a = LinkPlanner.plain(from.ref().name());
    String b = LinkPlanner.plain(to.name());
    String title = from.own().title();
    boolean titled = title != null && title.equals(node.title());
    boolean inside = a.length() > 2 && b.length() > 2 && (a.endsWith(b) || b.endsWith(a));
    return titled ? 0 : inside ? 1 : Near.distance(a, b);
  }

  private void never(Problem problem) {
    Rule rule = context.rule(problem);
    if (rule != null && problem.place().part().equals("when")) {
      found.add(new QuickFix(Words.get("fix.condition"), "", new Edit.SetWhen(rule, null)));
    }
    delete(problem);
  }

  private void delete(Problem problem) {
    Rule rule = context.rule(problem);
    if (rule != null) {
      found.add(
          new QuickFix(
              Words.get("fix.delete", rule.to()), "", new Edit.DeleteRules(List.of(rule))));
    }
  }

  private void unused(Problem problem) {
    String place = problem.place().target();
    String name = place.substring(place.indexOf(' ') + 1);
    String words = Words.get("fix.remove", name);
    switch (problem.code()) {
      case "unused-source" ->
          found.add(new QuickFix(words, "", new RemoveDocument(Side.SOURCE, name)));
      case "unused-table" -> found.add(new QuickFix(words, "", new TableEdit.Delete(name)));
      case "unused-function" -> found.add(new QuickFix(words, "", new FunctionEdit.Delete(name)));
      default -> {
        for (Variable v : context.mapping().variables()) {
          if (v.name().equals(name)) {
            found.add(new QuickFix(words, "", new ProblemEdit.PutVariable(v, null)));
          }
        }
      }
    }
  }

  /** Rows for the keys of the sample that have none, their values to be filled in. */
  private void rows(Problem problem) {
    Rule rule = context.rule(problem);
    for (Table table : context.mapping().tables()) {
      boolean named =
          problem.place().target().equals("table " + table.name())
              || rule != null && looksUp(rule, table.name());
      List<String> keys = context.unmatched().getOrDefault(table.name(), List.of());
      if (named && table.from() == null && !keys.isEmpty()) {
        List<String> added = keys.subList(0, Math.min(keys.size(), MOST_ROWS));
        String words =
            added.size() == 1
                ? Words.get("fix.row", added.getFirst(), table.name())
                : Words.get("fix.rows", added.size(), table.name());
        found.add(
            new QuickFix(
                words,
                "",
                new TableEdit.Change(with(table, added), words),
                new QuickFix.Then.Table(table.name())));
      }
    }
  }

  private static boolean looksUp(Rule rule, String table) {
    String formula = rule.formula();
    return formula != null
        && Calls.of(formula).stream()
            .anyMatch(
                call -> {
                  Span span = Calls.tableOf(call);
                  return span != null && Calls.isText(formula, span, table);
                });
  }

  private static Table with(Table table, List<String> keys) {
    int columns =
        Math.max(
            2,
            Math.max(
                table.columns().size(),
                table.rows().stream().mapToInt(List::size).max().orElse(0)));
    List<List<JsonNode>> rows = new ArrayList<>(table.rows());
    for (String key : keys) {
      List<JsonNode> row = new ArrayList<>();
      row.add(TextNode.valueOf(key));
      while (row.size() < columns) {
        row.add(TextNode.valueOf(""));
      }
      rows.add(row);
    }
    return new Table(
        table.name(),
        table.columns(),
        table.keyType(),
        rows,
        table.from(),
        table.otherwise(),
        table.extras());
  }

  /** A table of that name with nothing in it. */
  static Table empty(String name) {
    return new Table(
        name, List.of(), null, List.of(), null, new Table.Otherwise.Fail(), Extras.NONE);
  }

  /** Leaves of a branching call what can be reached. */
  private void branch(Problem problem) {
    ProblemText at = ProblemText.of(context.mapping(), problem);
    if (at == null) {
      return;
    }
    Call innermost = null;
    int argument = -1;
    for (Call call : Calls.of(at.text())) {
      for (int i = 0; i < call.arguments().size(); i++) {
        Span span = call.arguments().get(i);
        boolean inside = span.from() <= at.at() && at.at() < span.to();
        if (inside && BranchCut.FUNCTIONS.contains(call.name())) {
          innermost = call;
          argument = i;
        }
      }
    }
    String cut =
        innermost == null ? null : BranchCut.of(problem.code(), at.text(), innermost, argument);
    if (cut != null && !cut.equals(at.text())) {
      found.add(new QuickFix(Words.get("fix.branch.cut"), cut, at.change().apply(cut)));
    }
  }
}
