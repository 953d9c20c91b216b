package fieldloom.engine.internal;

import fieldloom.engine.Trace;
import fieldloom.engine.trace.ShownValue;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a formula with the results of its inputs put in: {@code 12 × 1480.00}. */
final class FilledIn {
  private final Map<NodePath, Trace.Step> steps;

  FilledIn(Map<NodePath, Trace.Step> steps) {
    this.steps = steps;
  }

  /**
   * @param at the formula's place; the results of its inputs are below
   */
  String of(Formula formula, NodePath at) {
    List<String> inputs = new ArrayList<>();
    for (Formula input : Drawing.inputs(formula)) {
      inputs.add(input(input, at.child(inputs.size()), !(formula instanceof Formula.Call)));
    }
    return switch (formula) {
      case Formula.Binary binary -> String.join(" " + sign(binary.op()) + " ", inputs);
      case Formula.Call call -> call.name() + "(" + String.join(", ", inputs) + ")";
      case Formula.Unary unary ->
          unary.op() == Formula.UnaryOp.NOT ? "NOT " + inputs.getFirst() : "-" + inputs.getFirst();
      case Formula.Member member ->
          inputs.getFirst()
              + "[]".repeat(member.arrays())
              + (member.path().isEmpty() ? "" : "." + member.path());
      case Formula.ListOf _ -> "[" + String.join(", ", inputs) + "]";
      case Formula.ObjectOf object -> {
        List<String> members = new ArrayList<>();
        for (Formula.Entry entry : object.entries()) {
          members.add(FormulaPrinter.quote(entry.name()) + ": " + inputs.get(members.size()));
        }
        yield "{" + String.join(", ", members) + "}";
      }
      case Formula.Text _,
          Formula.Number _,
          Formula.Bool _,
          Formula.NullValue _,
          Formula.Ref _,
          Formula.Lambda _ ->
          FormulaPrinter.print(formula);
    };
  }

  private String input(Formula input, NodePath at, boolean within) {
    Trace.Step step = steps.get(at);
    if (step != null && step.value() != null) {
      return ShownValue.of(step.value());
    }
    // It was not asked for, or its own inputs only were.
    String text = of(input, at);
    return within && input instanceof Formula.Binary ? "(" + text + ")" : text;
  }

  private static String sign(Formula.BinaryOp op) {
    return switch (op) {
      case MULTIPLY -> "×";
      case DIVIDE -> "÷";
      case OR, AND, EQ, NE, LT, LE, GT, GE, JOIN, ADD, SUBTRACT -> op.symbol();
    };
  }
}
