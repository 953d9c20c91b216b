package fieldloom.ui.session;

import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fixes that put a function around what fills a field. */
final class WrapFixes {
  private final FixContext context;
  private final List<QuickFix> found = new ArrayList<>();

  private WrapFixes(FixContext context) {
    this.context = context;
  }

  /** Those that may help; whether they do has to be tried. */
  static List<QuickFix> of(FixContext context, Problem problem) {
    WrapFixes fixes = new WrapFixes(context);
    Rule rule = context.rule(problem);
    FieldRef field = context.field(problem);
    SchemaNode node = field == null ? null : context.node(field);
    if (rule != null && rule.expression() != null && node != null) {
      fixes.find(problem, rule, rule.expression(), node);
    }
    return fixes.found;
  }

  private void find(Problem problem, Rule rule, String text, SchemaNode node) {
    Facets facets = node.facets();
    switch (problem.code()) {
      case "may-be-too-long", "too-long" -> {
        if (node.type() == FieldType.STRING && facets.maxLength() != null) {
          int most = facets.maxLength();
          add("fix.left", most, rule, "LEFT(" + text + ", " + most + ")");
        }
      }
      case "may-lose-digits", "would-lose" -> {
        if (facets.scale() != null) {
          String digits = "(" + text + ", " + facets.scale() + ")";
          add("fix.round", facets.scale(), rule, "ROUND" + digits);
          add("fix.trunc", facets.scale(), rule, "TRUNC" + digits);
        }
      }
      case "not-whole" -> add("fix.whole", "", rule, "ROUND(" + text + ")");
      case "may-be-out-of-range" -> range(facets, rule, text);
      case "required-missing", "required-null" -> fallback(node, rule, text);
      case "not-listed" -> listed(facets, rule, text);
      case "may-lose",
          "never-fits",
          "not-a-number",
          "not-a-boolean",
          "not-text",
          "not-a-date",
          "not-a-time",
          "not-a-datetime" ->
          converted(node, rule, text);
      default -> {
        // No function helps by itself.
      }
    }
  }

  private void range(Facets facets, Rule rule, String text) {
    BigDecimal least = facets.minimum();
    BigDecimal most = facets.maximum();
    if (least != null && most != null) {
      String range = least.toPlainString() + ", " + most.toPlainString();
      add("fix.clamp", range, rule, "CLAMP(" + text + ", " + range + ")");
    } else if (most != null) {
      String limit = most.toPlainString();
      add("fix.most", limit, rule, "MIN_OF(" + text + ", " + limit + ")");
    } else if (least != null) {
      String limit = least.toPlainString();
      add("fix.least", limit, rule, "MAX_OF(" + text + ", " + limit + ")");
    }
  }

  private void fallback(SchemaNode node, Rule rule, String text) {
    String value = Constants.of(node);
    if (value != null) {
      add("fix.default", value, rule, "DEFAULT(" + text + ", " + value + ")");
    }
  }

  /** A constant that is nearly one of the values. */
  private void listed(Facets facets, Rule rule, String text) {
    if (FormulaText.of(text).isLiteral()) {
      for (String near : Near.names(Literals.typed(text), facets.enumeration(), 2)) {
        String literal = Calls.literal(near);
        add("fix.replace", literal, rule, literal);
      }
    }
  }

  private void converted(SchemaNode node, Rule rule, String text) {
    switch (node.type()) {
      case INTEGER -> {
        wrap("INTEGER", rule, text);
        wrap("ROUND", rule, text);
        branch(rule, text, "1", "0");
      }
      case DECIMAL -> {
        wrap("NUMBER", rule, text);
        branch(rule, text, "1", "0");
      }
      case BOOLEAN -> {
        wrap("BOOLEAN", rule, text);
        add("fix.nonzero", "", rule, operand(text) + " != 0");
      }
      case DATE -> {
        parsed("PARSEDATE", rule, text);
        wrap("DATE_OF", rule, text);
      }
      case TIME -> {
        parsed("PARSETIME", rule, text);
        wrap("TIME_OF", rule, text);
      }
      case DATETIME -> parsed("PARSEDATETIME", rule, text);
      case STRING -> {
        wrap("TEXT", rule, text);
        add("fix.join", "", rule, "JOIN(\", \", " + text + ")");
      }
      case BINARY, OBJECT, ARRAY, ANY -> {
        // There is nothing to make one of.
      }
    }
    wrap("FIRST", rule, text);
  }

  private void branch(Rule rule, String text, String yes, String no) {
    String formula = "IF(" + text + ", " + yes + ", " + no + ")";
    add("fix.branch", yes + ", " + no, rule, formula);
  }

  private void parsed(String function, Rule rule, String text) {
    for (String pattern : DatePatterns.of(function, context, rule, text)) {
      String call = function + "(" + text + ", " + Calls.literal(pattern) + ")";
      add("fix.parse", pattern, rule, call);
    }
  }

  private void wrap(String function, Rule rule, String text) {
    add("fix.wrap", function, rule, function + "(" + text + ")");
  }

  /** A formula that an operator may follow. */
  private static String operand(String text) {
    return FormulaText.of(text).isPlainPath() ? text : "(" + text + ")";
  }

  private void add(String key, @Nullable Object what, Rule rule, String formula) {
    found.add(
        new QuickFix(
            Words.get(key, String.valueOf(what)), formula, new Edit.ChangeRule(rule, formula)));
  }
}
