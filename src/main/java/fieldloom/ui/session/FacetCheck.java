package fieldloom.ui.session;

import fieldloom.function.text.RegexPatterns;
import fieldloom.model.Document;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds values that were made against what the target's schema says beyond their types. */
final class FacetCheck {
  private final Mapping mapping;
  private final Document target;
  private final List<Problem> found = new ArrayList<>();

  private FacetCheck(Mapping mapping, Document target) {
    this.mapping = mapping;
    this.target = target;
  }

  /** The values of a record that do not fit, as warnings; nothing fails by them. */
  static List<Problem> of(Mapping mapping, Document target, SchemaTree schema, Object record) {
    FacetCheck check = new FacetCheck(mapping, target);
    check.value(record, schema.root(), "");
    return check.found;
  }

  private void value(Object value, SchemaNode node, String path) {
    switch (value) {
      case Obj object ->
          object
              .fields()
              .forEach(
                  (name, field) -> {
                    SchemaNode child = node.child(name);
                    if (child != null) {
                      String quoted = Path.quote(name);
                      value(field, child, path.isEmpty() ? quoted : path + "." + quoted);
                    }
                  });
      case List<?> list -> {
        if (node.type() == FieldType.ARRAY && !node.isTuple()) {
          list.forEach(item -> value(item, node.item(), path + "[]"));
        }
      }
      case String text -> text(text, node.facets(), path);
      case Num number -> number(number, node.facets(), path);
      default -> {
        // What is true, false, null or absent has no facets.
      }
    }
  }

  private void text(String text, Facets facets, String path) {
    if (!facets.enumeration().isEmpty() && !facets.enumeration().contains(text)) {
      tell("not-listed", path, "“" + text + "” is none of the values that the field takes.");
    } else if (facets.pattern() != null && !RegexPatterns.finds(facets.pattern(), text)) {
      String message =
          "“" + text + "” does not match the field's pattern " + facets.pattern() + ".";
      tell("no-match", path, message);
    }
  }

  private void number(Num number, Facets facets, String path) {
    boolean large = facets.maximum() != null && number.value().compareTo(facets.maximum()) > 0;
    boolean small = facets.minimum() != null && number.value().compareTo(facets.minimum()) < 0;
    if (large || small) {
      String wanted =
          large ? "at most " + plain(facets.maximum()) : "at least " + plain(facets.minimum());
      tell("may-be-out-of-range", path, number.text() + " came; the field wants " + wanted + ".");
    } else if (!facets.enumeration().isEmpty() && !facets.enumeration().contains(number.text())) {
      tell("not-listed", path, number.text() + " is none of the values that the field takes.");
    }
  }

  private static String plain(java.math.@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  private void tell(String code, String path, String message) {
    found.add(
        new Problem(
            Problem.Severity.WARNING,
            code,
            new Problem.Place(rule(path), path, "", 0, 0),
            message,
            ""));
  }

  /** The rule that fills the field; -1 where several do, or one of what is around it. */
  private int rule(String path) {
    int found = -1;
    for (int i = 0; i < mapping.rules().size(); i++) {
      Rule rule = mapping.rules().get(i);
      String of = rule.target() == null ? mapping.mainTarget().name() : rule.target();
      if (of.equals(target.name()) && rule.each() == null && rule.to().equals(path)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }
}
