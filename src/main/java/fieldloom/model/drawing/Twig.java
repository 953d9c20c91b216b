package fieldloom.model.drawing;

import fieldloom.model.Path;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.Formula.Pos;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A node of a drawing with all that comes in, as edits see it. */
record Twig(int id, Shape shape, List<Twig> inputs) {
  Twig {
    inputs = List.copyOf(inputs);
  }

  Drawing.Node node() {
    return new Drawing.Node(id, shape, inputs.size());
  }

  Drawing drawing() {
    Map<Integer, Drawing.Node> nodes = new LinkedHashMap<>();
    List<Drawing.Edge> edges = new ArrayList<>();
    walk(
        NodePath.ROOT,
        (place, twig) -> {
          if (nodes.putIfAbsent(twig.id, twig.node()) == null) {
            for (int i = 0; i < twig.inputs.size(); i++) {
              edges.add(new Drawing.Edge(twig.inputs.get(i).id, twig.id, i));
            }
          }
        });
    return new Drawing(List.copyOf(nodes.values()), edges, id);
  }

  void walk(NodePath place, BiConsumer<NodePath, Twig> visit) {
    visit.accept(place, this);
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).walk(place.child(i), visit);
    }
  }

  /** Names that are known in what comes in. */
  List<String> names() {
    return shape instanceof Shape.Lambda lambda ? lambda.params() : List.of();
  }

  void fields(NodePath place, Set<String> given, Consumer<NodePath> use) {
    if (shape instanceof Shape.Field field) {
      if (!given.contains(field.path().steps().getFirst().name())) {
        use.accept(place);
      }
      return;
    }
    Set<String> known = given;
    if (!names().isEmpty()) {
      known = new HashSet<>(given);
      known.addAll(names());
    }
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).fields(place.child(i), known, use);
    }
  }

  @Nullable Twig at(NodePath place) {
    Twig twig = this;
    for (int port : place.ports()) {
      if (port >= twig.inputs.size()) {
        return null;
      }
      twig = twig.inputs.get(port);
    }
    return twig;
  }

  /** The same with the node at a place changed; one must be there. */
  Twig with(NodePath place, UnaryOperator<Twig> change) {
    if (place.isRoot()) {
      return change.apply(this);
    }
    int port = place.ports().getFirst();
    NodePath rest = new NodePath(place.ports().subList(1, place.depth()));
    List<Twig> changed = new ArrayList<>(inputs);
    changed.set(port, inputs.get(port).with(rest, change));
    return new Twig(id, shape, changed);
  }

  Twig plus(int port, Twig input, String name) {
    List<Twig> more = new ArrayList<>(inputs);
    more.add(port, input);
    Shape wider = shape;
    if (shape instanceof Shape.ObjectOf object) {
      List<String> names = new ArrayList<>(object.names());
      names.add(port, name);
      wider = new Shape.ObjectOf(names);
    }
    return new Twig(id, wider, more);
  }

  Twig without(int port) {
    List<Twig> fewer = new ArrayList<>(inputs);
    fewer.remove(port);
    if (shape instanceof Shape.ObjectOf object) {
      List<String> names = new ArrayList<>(object.names());
      names.remove(port);
      return new Twig(id, new Shape.ObjectOf(names), fewer);
    }
    // An operator with one operand is no operator any more.
    return shape instanceof Shape.Operator && fewer.size() == 1
        ? fewer.getFirst()
        : new Twig(id, shape, fewer);
  }

  /** As a formula would be drawn: rows of operators joined, paths into fields part of them. */
  Twig normal() {
    List<Twig> normal = new ArrayList<>();
    for (Twig input : inputs) {
      normal.add(input.normal());
    }
    if (shape instanceof Shape.Operator operator
        && Shape.joins(operator.op())
        && normal.getFirst().shape.equals(shape)) {
      List<Twig> row = new ArrayList<>(normal.getFirst().inputs);
      row.addAll(normal.subList(1, normal.size()));
      return new Twig(id, shape, row);
    }
    if (shape instanceof Shape.Member member) {
      Twig of = normal.getFirst();
      if (of.shape instanceof Shape.Field field) {
        return new Twig(of.id, new Shape.Field(into(field.path(), member)), List.of());
      }
      if (of.shape instanceof Shape.Member inner) {
        Shape joined =
            inner.path().isEmpty()
                ? new Shape.Member(inner.arrays() + member.arrays(), member.path())
                : new Shape.Member(inner.arrays(), into(inner.path(), member));
        return new Twig(of.id, joined, of.inputs);
      }
    }
    return new Twig(id, shape, normal);
  }

  private static Path into(Path path, Shape.Member member) {
    List<Path.Step> steps = new ArrayList<>(path.steps());
    Path.Step last = steps.removeLast();
    steps.add(new Path.Step(last.name(), last.arrays() + member.arrays()));
    steps.addAll(member.path().steps());
    return new Path(steps);
  }

  Formula formula() {
    Pos pos = Pos.START;
    List<Formula> args = new ArrayList<>();
    for (Twig input : inputs) {
      args.add(input.formula());
    }
    return switch (shape) {
      case Shape.Text text -> new Formula.Text(text.value(), pos);
      case Shape.Number number -> new Formula.Number(number.text(), pos);
      case Shape.Bool bool -> new Formula.Bool(bool.value(), pos);
      case Shape.NullValue _ -> new Formula.NullValue(pos);
      case Shape.Field field -> new Formula.Ref(field.path(), pos);
      case Shape.Member m -> new Formula.Member(args.getFirst(), m.arrays(), m.path(), pos);
      case Shape.Function function -> new Formula.Call(function.name(), args, pos);
      case Shape.Sign sign -> new Formula.Unary(sign.op(), args.getFirst(), pos);
      case Shape.Operator operator ->
          args.stream()
              .reduce((left, right) -> new Formula.Binary(operator.op(), left, right, pos))
              .orElseThrow();
      case Shape.Lambda lambda -> new Formula.Lambda(lambda.params(), args.getFirst(), pos);
      case Shape.ListOf _ -> new Formula.ListOf(args, pos);
      case Shape.ObjectOf object -> {
        List<Formula.Entry> entries = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
          entries.add(new Formula.Entry(object.names().get(i), args.get(i)));
        }
        yield new Formula.ObjectOf(entries, pos);
      }
    };
  }
}
