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
    return new Twig(id, shape(formula), all(inputs(formula)));
  }

  private static Shape shape(Formula formula) {
    return switch (formula) {
      case Formula.Text text -> new Shape.Text(text.value());
      case Formula.Number number -> new Shape.Number(number.text());
      case Formula.Bool bool -> new Shape.Bool(bool.value());
      case Formula.NullValue _ -> new Shape.NullValue();
      case Formula.Ref ref -> new Shape.Field(ref.path());
      case Formula.Member member -> new Shape.Member(member.arrays(), member.path());
      case Formula.Call call -> new Shape.Function(call.name());
      case Formula.Unary unary -> new Shape.Sign(unary.op());
      case Formula.Binary binary -> new Shape.Operator(binary.op());
      case Formula.Lambda lambda -> new Shape.Lambda(lambda.params());
      case Formula.ListOf _ -> new Shape.ListOf();
      case Formula.ObjectOf object ->
          new Shape.ObjectOf(object.entries().stream().map(Formula.Entry::name).toList());
    };
  }

  /** What comes in at the ports of a formula's node. */
  static List<Formula> inputs(Formula formula) {
    return switch (formula) {
      case Formula.Text _, Formula.Number _, Formula.Bool _, Formula.NullValue _ -> List.of();
      case Formula.Ref _ -> List.of();
      case Formula.Member member -> List.of(member.of());
      case Formula.Call call -> call.args();
      case Formula.Unary unary -> List.of(unary.operand());
      case Formula.Binary binary -> operands(binary);
      case Formula.Lambda lambda -> List.of(lambda.body());
      case Formula.ListOf list -> list.items();
      case Formula.ObjectOf object -> object.entries().stream().map(Formula.Entry::value).toList();
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
