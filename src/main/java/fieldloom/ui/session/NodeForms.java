package fieldloom.ui.session;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionLibrary;
import fieldloom.model.Mapping;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.Drawing.Node;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.drawing.Shape;
import java.util.List;

/**
 * What the ports of a node are for, which may be added and which taken away: known from the
 * declarations of the library and of the mapping's own functions.
 */
public final class NodeForms {
  /** Functions that take their further arguments by two, and where the pairs begin. */
  private static final List<String> PAIRED = List.of("IFS", "SWITCH");

  private final Mapping mapping;
  private final NewNodes fresh;

  public NodeForms(Mapping mapping) {
    this.mapping = mapping;
    this.fresh = new NewNodes(mapping);
  }

  /** The name of a port, as the function's declaration has it; "" where it has none. */
  public String portName(Node node, int port) {
    return switch (node.shape()) {
      case Shape.Function f -> parameter(f.name(), port);
      case Shape.ObjectOf object -> port < object.names().size() ? object.names().get(port) : "";
      case Shape.Text _, Shape.Number _, Shape.Bool _, Shape.NullValue _, Shape.Field _ -> "";
      case Shape.Member _, Shape.Sign _, Shape.Operator _, Shape.Lambda _, Shape.ListOf _ -> "";
    };
  }

  private String parameter(String name, int port) {
    FunctionDef function = FunctionLibrary.standard().find(name).orElse(null);
    if (function != null) {
      return function.params().isEmpty() || port >= function.maxArguments()
          ? ""
          : function.param(port).name();
    }
    for (Mapping.OwnFunction own : mapping.functions()) {
      if (own.name().equalsIgnoreCase(name)) {
        return port < own.params().size() ? own.params().get(port) : "";
      }
    }
    return "";
  }

  /** Whether a node can have another port. */
  public boolean canAdd(Node node) {
    return switch (node.shape()) {
      case Shape.Function f ->
          FunctionLibrary.standard()
              .find(f.name())
              .filter(def -> node.ports() < def.maxArguments())
              .isPresent();
      case Shape.Operator operator -> Shape.joins(operator.op());
      case Shape.ListOf _, Shape.ObjectOf _ -> true;
      case Shape.Text _, Shape.Number _, Shape.Bool _, Shape.NullValue _, Shape.Field _ -> false;
      case Shape.Member _, Shape.Sign _, Shape.Lambda _ -> false;
    };
  }

  /** The drawing with another port at a node, two where the function takes them so. */
  Drawing add(Drawing drawing, NodePath at) {
    Node node = drawing.at(at);
    if (node == null || !canAdd(node)) {
      return drawing;
    }
    int first = firstPair(node);
    if (first < 0) {
      return drawing.add(at, node.ports(), fresh.placeholder(node, node.ports()), freeName(node));
    }
    int end = node.ports() - (node.ports() - first) % 2;
    return drawing
        .add(at, end, fresh.placeholder(node, first), "")
        .add(at, end + 1, fresh.placeholder(node, first + 1), "");
  }

  private static String freeName(Node node) {
    List<String> names = node.shape() instanceof Shape.ObjectOf object ? object.names() : List.of();
    int n = names.size() + 1;
    while (names.contains("value" + n)) {
      n++;
    }
    return "value" + n;
  }

  /** Where pairs of arguments begin; −1 where they do not come in pairs. */
  private static int firstPair(Node node) {
    return node.shape() instanceof Shape.Function f ? PAIRED.indexOf(f.name()) : -1;
  }

  /** Whether a port may go. */
  public boolean canRemove(Node node, int port) {
    return switch (node.shape()) {
      case Shape.Function f -> mayLeaveOut(f.name(), node, port);
      case Shape.Operator _, Shape.ListOf _, Shape.ObjectOf _ -> true;
      case Shape.Text _, Shape.Number _, Shape.Bool _, Shape.NullValue _, Shape.Field _ -> false;
      case Shape.Member _, Shape.Sign _, Shape.Lambda _ -> false;
    };
  }

  private static boolean mayLeaveOut(String name, Node node, int port) {
    FunctionDef function = FunctionLibrary.standard().find(name).orElse(null);
    if (function == null || node.ports() <= function.minArguments()) {
      return false;
    }
    int first = firstPair(node);
    if (first >= 0) {
      return port >= first
          && (isLone(node, first, port) || node.ports() - 2 >= function.minArguments());
    }
    boolean many = function.params().getLast().repeated();
    return many ? port >= function.minArguments() - 1 : port == node.ports() - 1;
  }

  private static boolean isLone(Node node, int first, int port) {
    return port == node.ports() - 1 && (node.ports() - first) % 2 == 1;
  }

  /** The drawing without a port that may go, its partner going with it. */
  Drawing remove(Drawing drawing, NodePath at, int port) {
    Node node = drawing.at(at);
    if (node == null || port >= node.ports() || !canRemove(node, port)) {
      return drawing;
    }
    int first = firstPair(node);
    if (first < 0 || isLone(node, first, port)) {
      return drawing.remove(at, port);
    }
    int pair = port - (port - first) % 2;
    return drawing.remove(at, pair + 1).remove(at, pair);
  }
}
