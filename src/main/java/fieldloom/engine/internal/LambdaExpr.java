package fieldloom.engine.internal;

import fieldloom.function.Arguments;
import fieldloom.model.value.Num;

/** A function value: its body and the slots of its parameters. Evaluated only through a call. */
record LambdaExpr(int[] slots, Expr body) implements Expr {

  @Override
  public Object eval(Frame frame) {
    throw new IllegalStateException("a lambda is called, not evaluated");
  }

  @Override
  public java.util.List<Expr> parts() {
    return java.util.List.of(body);
  }

  Arguments.Lambda in(Frame frame) {
    return (item, index) -> {
      if (slots.length > 0) {
        frame.slots[slots[0]] = item;
      }
      if (slots.length > 1) {
        frame.slots[slots[1]] = Num.of(index);
      }
      return frame.call(body);
    };
  }
}
