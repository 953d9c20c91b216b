package fieldloom.engine.internal;

import fieldloom.function.text.RegexPatterns;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.formula.Formula;
import java.math.BigDecimal;
import java.util.List;

/** Says which values that may come do not fit into the field they are for. */
final class FitCheck {
  private final CompileContext context;

  FitCheck(CompileContext context) {
    this.context = context;
  }

  /**
   * Checks that the value's type can be the field's, and what is known of it what the field takes.
   */
  void check(Typed typed, Formula formula, SchemaNode to, Site site) {
    FieldType from = typed.type().type();
    Types.Fit fit = isIsoDate(formula, to) ? Types.Fit.ALWAYS : Types.fit(from, to.type());
    if (fit == Types.Fit.ALWAYS && from == FieldType.ARRAY && to.type() == FieldType.ARRAY) {
      fit = Types.fit(typed.type().itemOrAny().type(), to.item().type());
    }
    switch (fit) {
      case ALWAYS -> facets(typed, formula, to, site);
      case SOMETIMES ->
          context.problems.warning(
              "may-lose",
              site.at(formula.pos()),
              capital(Types.a(from)) + " may not fit into " + Types.a(to.type()) + ".",
              "A record whose value does not fit fails; convert it, or use another field.");
      case NEVER ->
          context.problems.error(
              "never-fits",
              site.at(formula.pos()),
              capital(Types.a(from)) + " can never become " + Types.a(to.type()) + ".",
              "Use another field, or a function that converts it.");
    }
  }

  /** A date formatted by the pattern that dates are written in is a date. */
  private boolean isIsoDate(Formula formula, SchemaNode to) {
    return to.type() == FieldType.DATE
        && context.pattern(to) == null
        && formula instanceof Formula.Call call
        && call.name().equals("FORMATDATE")
        && call.args().size() == 2
        && call.args().get(1) instanceof Formula.Text pattern
        && (pattern.value().equals("yyyy-MM-dd") || pattern.value().equals("uuuu-MM-dd"));
  }

  private void facets(Typed typed, Formula formula, SchemaNode to, Site site) {
    Facets wanted = to.facets();
    if (!to.type().isScalar() || wanted.equals(Facets.NONE)) {
      return;
    }
    Extent extent = new Extents(context.fields).of(formula, typed.type().type());
    length(extent, formula, to, site);
    if (to.type().isNumber()) {
      digits(extent, formula, to, site);
      range(extent, formula, wanted, site);
    }
    values(extent, formula, wanted, site);
  }

  private void length(Extent extent, Formula formula, SchemaNode to, Site site) {
    Integer most = to.facets().maxLength();
    Integer length = extent.length();
    if (to.type() == FieldType.STRING && most != null && length != null && length > most) {
      warn(
          "may-be-too-long",
          formula,
          site,
          "Up to " + length + " characters may come, " + most + " fit.",
          "Cut it with LEFT, or let such records fail.");
    }
  }

  private void digits(Extent extent, Formula formula, SchemaNode to, Site site) {
    Integer scale = to.type() == FieldType.INTEGER ? null : to.facets().scale();
    Integer given = extent.scale();
    if (scale != null && given != null && given > scale) {
      warn(
          "may-lose-digits",
          formula,
          site,
          "Up to " + given + " digits after the point may come, " + scale + " fit.",
          "ROUND it to " + scale + ", or let such records fail.");
    }
    Integer digits = to.facets().digits();
    Integer whole = extent.whole();
    int room = digits == null ? 0 : digits - (scale == null ? 0 : scale);
    if (digits != null && whole != null && whole > room) {
      warn(
          "may-be-too-large",
          formula,
          site,
          "Up to " + whole + " digits before the point may come, " + room + " fit.",
          "Use another field, or let such records fail.");
    }
  }

  private void range(Extent extent, Formula formula, Facets wanted, Site site) {
    BigDecimal most = wanted.maximum();
    BigDecimal least = wanted.minimum();
    if (most != null && extent.most() != null && extent.most().compareTo(most) > 0) {
      outside(formula, site, extent.most(), "at most " + most.toPlainString());
    } else if (least != null && extent.least() != null && extent.least().compareTo(least) < 0) {
      outside(formula, site, extent.least(), "at least " + least.toPlainString());
    }
  }

  private void outside(Formula formula, Site site, BigDecimal value, String wanted) {
    warn(
        "may-be-out-of-range",
        formula,
        site,
        "A value of " + value.toPlainString() + " may come; the field wants " + wanted + ".",
        "Keep it within with CLAMP, MIN_OF or MAX_OF.");
  }

  private void values(Extent extent, Formula formula, Facets wanted, Site site) {
    String pattern = wanted.pattern();
    for (String value : extent.values()) {
      if (!wanted.enumeration().isEmpty() && !wanted.enumeration().contains(value)) {
        warn(
            "not-listed",
            formula,
            site,
            "“" + value + "” is none of the values that the field takes.",
            "It takes " + some(wanted.enumeration()) + ".");
        return;
      }
      if (pattern != null && !RegexPatterns.finds(pattern, value)) {
        warn(
            "no-match",
            formula,
            site,
            "“" + value + "” does not match the field's pattern " + pattern + ".",
            "Write it as the pattern says.");
        return;
      }
    }
  }

  private static String some(List<String> values) {
    return String.join(", ", values.stream().limit(8).toList()) + (values.size() > 8 ? ", …" : "");
  }

  private void warn(String code, Formula formula, Site site, String message, String remedy) {
    context.problems.warning(code, site.at(formula.pos()), message, remedy);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
