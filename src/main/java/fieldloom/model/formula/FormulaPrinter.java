package fieldloom.model.formula;

import fieldloom.model.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/** Writes a formula so that reading it again gives the same tree, with no needless parentheses. */
public final class FormulaPrinter {
  private static final int NOT = 3;
  private static final int UNARY = 8;
  private static final int TIGHTEST = 9;

  private FormulaPrinter() {}

  public static String print(Formula formula) {
    return print(formula, 0);
  }

  private static String print(Formula formula, int loosest) {
    return switch (formula) {
      case Formula.Text t -> quote(t.value());
      case Formula.Number n -> n.text();
      case Formula.Bool b -> b.value() ? "TRUE" : "FALSE";
      case Formula.NullValue ignored -> "NULL";
      case Formula.Ref r -> path(r.path());
      case Formula.Member m ->
          head(m.of()) + "[]".repeat(m.arrays()) + (m.path().isEmpty() ? "" : "." + m.path());
      case Formula.Call c -> c.name() + "(" + list(c.args()) + ")";
      case Formula.ListOf l -> "[" + list(l.items()) + "]";
      case Formula.ObjectOf o ->
          o.entries().stream()
              .map(e -> quote(e.name()) + ": " + print(e.value(), 0))
              .collect(Collectors.joining(", ", "{", "}"));
      case Formula.Lambda l -> within(lambda(l), 0, loosest);
      case Formula.Unary u -> unary(u, loosest);
      case Formula.Binary b -> {
        int own = b.op().tightness();
        String text =
            print(b.left(), own) + " " + b.op().symbol() + " " + print(b.right(), own + 1);
        yield within(text, own, loosest);
      }
    };
  }

  /** A word of the language before a dot would read as the first name of a path. */
  private static String head(Formula of) {
    String text = print(of, TIGHTEST);
    boolean word = of instanceof Formula.Bool || of instanceof Formula.NullValue;
    return word ? "(" + text + ")" : text;
  }

  private static String unary(Formula.Unary u, int loosest) {
    return switch (u.op()) {
      case NOT -> within("NOT " + print(u.operand(), NOT), NOT, loosest);
      case NEGATE -> {
        String operand = print(u.operand(), UNARY);
        yield within("-" + operand, UNARY, loosest);
      }
    };
  }

  private static String within(String text, int own, int loosest) {
    return own < loosest ? "(" + text + ")" : text;
  }

  private static String lambda(Formula.Lambda l) {
    String params =
        l.params().size() == 1
            ? Path.quote(l.params().getFirst())
            : l.params().stream().map(Path::quote).collect(Collectors.joining(", ", "(", ")"));
    return params + " -> " + print(l.body(), 0);
  }

  private static String list(Collection<Formula> items) {
    return items.stream().map(f -> print(f, 0)).collect(Collectors.joining(", "));
  }

  /** A path as a formula reads it: a first name that is a word of the language in backticks. */
  public static String path(Path path) {
    if (path.isEmpty()) {
      return "";
    }
    Path.Step first = path.steps().getFirst();
    boolean word =
        switch (first.name().toUpperCase(java.util.Locale.ROOT)) {
          case "AND", "OR", "NOT", "TRUE", "FALSE", "NULL" -> true;
          default -> false;
        };
    if (!word) {
      return path.toString();
    }
    String head = "`" + first.name() + "`" + "[]".repeat(first.arrays());
    return path.size() == 1 ? head : head + "." + path.tail(1);
  }

  /** A text in double quotes with JSON's escapes. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
