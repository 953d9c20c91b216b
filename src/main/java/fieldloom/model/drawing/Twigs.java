package fieldloom.model.drawing;

import fieldloom.model.formula.Formula;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Makes nodes and numbers them, each before those that come in at its ports. */
final class Twigs {
  private int next;

  Twigs(int first) {
    this.next = first;
  }

  Twig node(Shape shape, List<Twig> inputs) {
    return new Twig(next++, shape, inputs);
  }

  /** The same nodes under new numbers. */
  Twig copy(Twig twig) {
    int id = next++;
    List<Twig> inputs = new ArrayList<>();
    for (Twig input : twig.inputs()) {
      inputs.add(copy(input));
    }
    return new Twig(id, twig.shape(), inputs);
  }

  /** The same, a node that feeds several ports once for each of them. */
  Twig apart(Twig twig, Set<Integer> seen) {
    int id = seen.add(twig.id()) ? twig.id() : next++;
    List<Twig> inputs = new ArrayList<>();
    for (Twig input : twig.inputs()) {
      inputs.add(apart(input, seen));
    }
    return new Twig(id, twig.shape(), inputs);
  }

  Twig of(Formula formula) {
    int id = next++;
    return switch (formula) {
      case Formula.Text text -> new Twig(id, new Shape.Text(text.value()), List.of());
      case Formula.Number number -> new Twig(id, new Shape.Number(number.text()), List.of());
      case Formula.Bool bool -> new Twig(id, new Shape.Bool(bool.value()), List.of());
      case Formula.NullValue _ -> new Twig(id, new Shape.NullValue(), List.of());
      case Formula.Ref ref -> new Twig(id, new Shape.Field(ref.path()), List.of());
      case Formula.Member member ->
          new Twig(id, new Shape.Member(member.arrays(), member.path()), all(List.of(member.of())));
      case Formula.Call call -> new Twig(id, new Shape.Function(call.name()), all(call.args()));
      case Formula.Unary unary ->
          new Twig(id, new Shape.Sign(unary.op()), all(List.of(unary.operand())));
      case Formula.Binary binary ->
          new Twig(id, new Shape.Operator(binary.op()), all(operands(binary)));
      case Formula.Lambda lambda ->
          new Twig(id, new Shape.Lambda(lambda.params()), all(List.of(lambda.body())));
      case Formula.ListOf list -> new Twig(id, new Shape.ListOf(), all(list.items()));
      case Formula.ObjectOf object ->
          new Twig(
              id,
              new Shape.ObjectOf(object.entries().stream().map(Formula.Entry::name).toList()),
              all(object.entries().stream().map(Formula.Entry::value).toList()));
    };
  }

  private List<Twig> all(List<Formula> formulas) {
    List<Twig> twigs = new ArrayList<>();
    for (Formula formula : formulas) {
      twigs.add(of(formula));
    }
    return twigs;
  }

  /** The operands of a row of one operator, which the tree nests to the left. */
  private static List<Formula> operands(Formula.Binary binary) {
    Deque<Formula> operands = new ArrayDeque<>();
    Formula left = binary;
    while (left instanceof Formula.Binary b
        && b.op() == binary.op()
        && (b == binary || Shape.joins(b.op()))) {
      operands.addFirst(b.right());
      left = b.left();
    }
    operands.addFirst(left);
    return List.copyOf(operands);
  }
}
