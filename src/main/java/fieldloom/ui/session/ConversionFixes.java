package fieldloom.ui.session;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.FunctionLibrary;
import fieldloom.model.FieldType;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.Formula.Pos;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.model.formula.FormulaPrinter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fixes of what has a type that cannot stand where it stands in a formula: a function of the
 * library around it that makes the type which is needed there.
 */
final class ConversionFixes {
  private final FixContext context;
  private final ProblemText at;
  private final @Nullable Rule rule;
  private final Formula whole;
  private final List<QuickFix> found = new ArrayList<>();

  private ConversionFixes(FixContext context, ProblemText at, @Nullable Rule rule, Formula whole) {
    this.context = context;
    this.at = at;
    this.rule = rule;
    this.whole = whole;
  }

  /** Those that may help; whether they do has to be tried. */
  static List<QuickFix> of(FixContext context, Problem problem) {
    boolean wrong = problem.code().equals("wrong-type");
    boolean different = problem.code().equals("different-types");
    ProblemText text = wrong || different ? ProblemText.of(context.mapping(), problem) : null;
    if (text == null) {
      return List.of();
    }
    try {
      Formula whole = FormulaParser.parse(text.text());
      ConversionFixes fixes = new ConversionFixes(context, text, context.rule(problem), whole);
      Pos pos = new Pos(problem.place().line(), problem.place().column());
      for (FormulaPart part : FormulaPart.all(whole)) {
        if (part.formula().pos().equals(pos)) {
          fixes.find(different, part);
        }
      }
      return fixes.found;
    } catch (FormulaException e) {
      // What cannot be read has another problem.
      return List.of();
    }
  }

  private void find(boolean different, FormulaPart part) {
    if (!different) {
      make(part, wanted(part));
      // An argument of a wrong type is told of at its function.
      FormulaPart.all(part.formula()).stream()
          .filter(inner -> inner.parent() == part.formula())
          .filter(inner -> part.formula() instanceof Formula.Call)
          .forEach(inner -> make(inner, wanted(inner)));
    } else if (part.formula() instanceof Formula.Binary compared) {
      alike(compared.left(), type(compared.right()));
      alike(compared.right(), type(compared.left()));
    }
  }

  /** What is needed where a part stands. */
  private static Kind wanted(FormulaPart part) {
    return switch (part.parent()) {
      case Formula.Unary u -> u.op() == Formula.UnaryOp.NOT ? Kind.BOOLEAN : Kind.NUMBER;
      case Formula.Binary b ->
          switch (b.op()) {
            case AND, OR -> Kind.BOOLEAN;
            case JOIN -> Kind.TEXT;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> Kind.NUMBER;
            case EQ, NE, LT, LE, GT, GE -> Kind.ANY;
          };
      case Formula.Call call ->
          FunctionLibrary.standard()
              .find(call.name())
              .filter(def -> part.at() < def.maxArguments())
              .map(def -> def.param(part.at()))
              .map(FunctionDef.Param::kind)
              .orElse(Kind.ANY);
      case null -> Kind.ANY;
      case Formula other -> Kind.ANY;
    };
  }

  private void make(FormulaPart part, Kind wanted) {
    Formula of = part.formula();
    switch (wanted) {
      case NUMBER, INTEGER -> {
        wrap("INTEGER", of);
        wrap("ROUND", of);
        put(of, call("IF", of, number("1"), number("0")), "fix.branch", "1, 0");
        wrap("FIRST", of);
        wrap("SUM", of);
        wrap("COUNT", of);
      }
      case BOOLEAN -> {
        Formula nonzero = new Formula.Binary(Formula.BinaryOp.NE, of, number("0"), of.pos());
        FieldType type = type(of);
        if (type.isNumber() || type == FieldType.ANY) {
          put(of, nonzero, "fix.nonzero", "");
        }
        wrap("EXISTS", of);
      }
      case TEXT -> {
        wrap("TEXT", of);
        wrap("FIRST", of);
        put(of, call("JOIN", text(", "), of), "fix.join", "");
      }
      case DATE_OR_DATETIME, TEMPORAL -> {
        parsed("PARSEDATE", of);
        parsed("PARSEDATETIME", of);
        wrap("FIRST", of);
      }
      case LIST -> {
        put(of, call("SPLIT", of, text(",")), "fix.wrap", "SPLIT");
        put(of, new Formula.ListOf(List.of(of), of.pos()), "fix.list", "");
      }
      case OBJECT -> {
        wrap("FIRST", of);
        wrap("FROM_JSON", of);
      }
      case LAMBDA, ANY -> wrap("FIRST", of);
    }
  }

  /** One side of a comparison, made into what the other one is. */
  private void alike(Formula of, FieldType other) {
    FieldType own = type(of);
    boolean unknown = own == FieldType.ANY || other == FieldType.ANY;
    boolean readable = own == FieldType.STRING || own == FieldType.ANY;
    if (readable && (other.isNumber() || unknown)) {
      wrap("NUMBER", of);
    }
    if (readable && (other.isTemporal() || unknown)) {
      parsed("PARSEDATE", of);
      parsed("PARSEDATETIME", of);
      parsed("PARSETIME", of);
    }
    if (readable && (other == FieldType.BOOLEAN || unknown)) {
      wrap("BOOLEAN", of);
    }
    if (own.isScalar() && (other == FieldType.STRING || unknown)) {
      wrap("TEXT", of);
    }
    if (own == FieldType.DATETIME) {
      wrap(other == FieldType.TIME ? "TIME_OF" : "DATE_OF", of);
    }
    if (own == FieldType.BOOLEAN && other.isNumber()) {
      put(of, call("IF", of, number("1"), number("0")), "fix.branch", "1, 0");
    }
    if (own == FieldType.ARRAY) {
      wrap("FIRST", of);
      if (other.isNumber()) {
        wrap("COUNT", of);
      }
    }
  }

  private FieldType type(Formula of) {
    return switch (of) {
      case Formula.Text t -> FieldType.STRING;
      case Formula.Number n -> FieldType.DECIMAL;
      case Formula.Bool b -> FieldType.BOOLEAN;
      case Formula.Ref ref -> {
        FieldRef field = field(ref);
        SchemaNode node = field == null ? null : context.node(field);
        yield node == null ? FieldType.ANY : node.type();
      }
      case Formula.ListOf list -> FieldType.ARRAY;
      case Formula.ObjectOf object -> FieldType.OBJECT;
      case Formula other -> FieldType.ANY;
    };
  }

  private @Nullable FieldRef field(Formula.Ref ref) {
    return rule == null ? null : context.index().loops().resolve(ref.path(), rule);
  }

  private void parsed(String function, Formula of) {
    FieldRef field = of instanceof Formula.Ref ref ? field(ref) : null;
    if (field != null) {
      for (String pattern : DatePatterns.of(function, context, field)) {
        put(of, call(function, of, text(pattern)), "fix.parse", pattern);
      }
    }
  }

  private void wrap(String function, Formula of) {
    put(of, call(function, of), "fix.wrap", function);
  }

  private void put(Formula of, Formula by, String key, String what) {
    String text = FormulaPrinter.print(FormulaPart.with(whole, of, by));
    String part = FormulaPrinter.print(of);
    found.add(
        new QuickFix(
            Words.get("fix.of", part, Words.get(key, what)), text, at.change().apply(text)));
  }

  private static Formula call(String function, Formula... arguments) {
    return new Formula.Call(function, List.of(arguments), Pos.START);
  }

  private static Formula number(String text) {
    return new Formula.Number(text, Pos.START);
  }

  private static Formula text(String text) {
    return new Formula.Text(text, Pos.START);
  }
}
