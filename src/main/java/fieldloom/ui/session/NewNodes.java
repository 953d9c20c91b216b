package fieldloom.ui.session;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.FunctionLibrary;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.Drawing.Node;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.drawing.Shape;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.model.formula.Formula.UnaryOp;
import fieldloom.model.formula.FormulaPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** New nodes, and what stands at their ports before anything is linked to these. */
final class NewNodes {
  /** Parameters that say how, and stand before the value. */
  private static final Set<String> SETTINGS =
      Set.of("table", "connection", "query", "separator", "kind");

  private final Mapping mapping;

  /**
   * A node that is put on a value.
   *
   * @param port at which the value comes in
   * @param others what stands at the other ports
   */
  record Insertion(Shape shape, int port, List<Drawing> others) {}

  NewNodes(Mapping mapping) {
    this.mapping = mapping;
  }

  /**
   * The node for a function's name or an operator.
   *
   * @return empty where there is no such function, or none that takes a value
   */
  Optional<Insertion> insertion(String what) {
    BinaryOp op = Operators.of(what).orElse(null);
    if (op != null) {
      return Optional.of(new Insertion(new Shape.Operator(op), 0, List.of(neutral(op))));
    }
    String name = what.toUpperCase(Locale.ROOT);
    FunctionDef library = FunctionLibrary.standard().find(name).orElse(null);
    if (library != null) {
      return library.maxArguments() == 0 ? Optional.empty() : Optional.of(call(library));
    }
    for (Mapping.OwnFunction own : mapping.functions()) {
      if (own.name().equalsIgnoreCase(what) && !own.params().isEmpty()) {
        List<Drawing> others = new ArrayList<>();
        own.params().stream().skip(1).forEach(p -> others.add(text("")));
        return Optional.of(new Insertion(new Shape.Function(name), 0, others));
      }
    }
    return Optional.empty();
  }

  /**
   * A call of a function with a value that stands for each argument.
   *
   * @return empty where there is no such function
   */
  Optional<String> formula(String what) {
    String name = what.toUpperCase(Locale.ROOT);
    FunctionDef library = FunctionLibrary.standard().find(name).orElse(null);
    Insertion node = insertion(what).orElse(null);
    if (node != null) {
      Drawing value = library == null ? text("") : placeholder(library, node.port());
      return Optional.of(
          FormulaPrinter.print(
              value.insert(NodePath.ROOT, node.shape(), node.port(), node.others()).formula()));
    }
    boolean own = mapping.functions().stream().anyMatch(f -> f.name().equalsIgnoreCase(what));
    return library == null && !own ? Optional.empty() : Optional.of(name + "()");
  }

  private Insertion call(FunctionDef function) {
    int port = valuePort(function);
    int ports = Math.max(port + 1, function.minArguments());
    List<Drawing> others = new ArrayList<>();
    for (int i = 0; i < ports; i++) {
      if (i != port) {
        others.add(placeholder(function, i));
      }
    }
    return new Insertion(new Shape.Function(function.name()), port, others);
  }

  /** The first parameter that is no setting; behind a condition the value that it lets through. */
  private static int valuePort(FunctionDef function) {
    List<FunctionDef.Param> params = function.params();
    for (int i = 0; i + 1 < params.size(); i++) {
      boolean condition =
          params.get(i).kind() == Kind.BOOLEAN && params.get(i + 1).name().equals("then");
      if (!condition && !SETTINGS.contains(params.get(i).name())) {
        return i;
      }
    }
    return params.size() - 1;
  }

  /** What stands at a port to which nothing is linked. */
  Drawing placeholder(Node node, int port) {
    return switch (node.shape()) {
      case Shape.Function f ->
          FunctionLibrary.standard()
              .find(f.name())
              .filter(def -> port < def.maxArguments())
              .map(def -> placeholder(def, port))
              .orElseGet(() -> text(""));
      case Shape.Operator operator -> neutral(operator.op());
      case Shape.Sign sign -> sign.op() == UnaryOp.NEGATE ? number("0") : truth(true);
      case Shape.Member _ -> Drawing.of(new Shape.ObjectOf(List.of()));
      case Shape.Lambda lambda -> field(lambda.params().getFirst());
      case Shape.ListOf _, Shape.ObjectOf _ -> text("");
      case Shape.Text _, Shape.Number _, Shape.Bool _, Shape.NullValue _, Shape.Field _ -> text("");
    };
  }

  private Drawing placeholder(FunctionDef function, int argument) {
    FunctionDef.Param param = function.param(argument);
    if (param.name().equals("table") && !mapping.tables().isEmpty()) {
      return text(mapping.tables().getFirst().name());
    }
    if (param.kind() == Kind.LAMBDA) {
      return lambda(param.name().equals("condition") ? truth(true) : field("item"));
    }
    boolean value = argument == valuePort(function) || param.repeated();
    boolean plain = value || param.kind() == Kind.BOOLEAN;
    Drawing shown = plain ? null : example(function, argument);
    return shown != null ? shown : byKind(param.kind());
  }

  /** The constant that an example has there, of those with plain letters the first. */
  private static @Nullable Drawing example(FunctionDef function, int argument) {
    for (FunctionDef.Example example : function.examples()) {
      Drawing drawing = RuleDrawing.of(example.formula()).orElseThrow();
      Node call = drawing.places().values().iterator().next();
      Drawing there = drawing.part(NodePath.ROOT.child(argument));
      boolean own = call.shape().equals(new Shape.Function(function.name()));
      if (own && there != null && there.nodes().getFirst().shape().isConstant()) {
        Shape shape = there.nodes().getFirst().shape();
        boolean plain = shape.label().codePoints().allMatch(c -> c < 0x80);
        if (plain && !(shape instanceof Shape.NullValue)) {
          return there;
        }
      }
    }
    return null;
  }

  private static Drawing byKind(Kind kind) {
    return switch (kind) {
      case TEXT, ANY -> text("");
      case NUMBER, INTEGER -> number("0");
      case BOOLEAN -> truth(true);
      case DATE_OR_DATETIME, TEMPORAL -> text("2000-01-01");
      case LIST -> Drawing.of(new Shape.ListOf());
      case OBJECT -> Drawing.of(new Shape.ObjectOf(List.of()));
      case LAMBDA -> lambda(field("item"));
    };
  }

  private static Drawing lambda(Drawing body) {
    return body.insert(NodePath.ROOT, new Shape.Lambda(List.of("item")), 0, List.of());
  }

  /** What changes nothing, where there is such a value. */
  private static Drawing neutral(BinaryOp op) {
    return switch (op) {
      case ADD, SUBTRACT, LT, LE, GT, GE -> number("0");
      case MULTIPLY, DIVIDE -> number("1");
      case JOIN, EQ, NE -> text("");
      case AND -> truth(true);
      case OR -> truth(false);
    };
  }

  private static Drawing text(String value) {
    return Drawing.of(new Shape.Text(value));
  }

  private static Drawing number(String value) {
    return Drawing.of(new Shape.Number(value));
  }

  private static Drawing truth(boolean value) {
    return Drawing.of(new Shape.Bool(value));
  }

  private static Drawing field(String name) {
    return Drawing.of(new Shape.Field(Path.EMPTY.child(name)));
  }
}
