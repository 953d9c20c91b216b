package fieldloom.engine.internal;

import fieldloom.function.FunctionDef;
import fieldloom.function.ValueException;
import fieldloom.model.formula.Formula.Pos;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a library function. */
final class CallExpr implements Expr {
  final FunctionDef def;
  final Expr[] args;
  final @Nullable Division[] divisions;
  private final Pos pos;
  private final boolean calling;

  CallExpr(FunctionDef def, Expr[] args, @Nullable Division[] divisions, Pos pos) {
    this.def = def;
    this.args = args;
    this.divisions = divisions;
    this.pos = pos;
    this.calling = Arrays.stream(args).anyMatch(LambdaExpr.class::isInstance);
  }

  @Override
  public Object eval(Frame frame) {
    if (calling) {
      frame.begin();
    }
    try {
      Object result =
          switch (def.mode()) {
            case STRICT -> strict(frame);
            case RAW -> def.body().apply(new CallArguments(this, frame, values(frame)));
            case LAZY -> def.body().apply(new CallArguments(this, frame, null));
          };
      if (result instanceof List<?> list) {
        frame.made(list.size());
      }
      return result;
    } catch (ValueException e) {
      throw e.at(pos);
    } catch (ArithmeticException e) {
      throw new ValueException("number-too-large", "The result is too large a number.").at(pos);
    }
  }

  @Override
  public List<Expr> parts() {
    return List.of(args);
  }

  private Object strict(Frame frame) {
    @Nullable Object[] values = values(frame);
    boolean isNull = false;
    for (Object value : values) {
      if (value == Absent.ABSENT) {
        return Absent.ABSENT;
      }
      isNull |= value == Null.NULL;
    }
    return isNull ? Null.NULL : def.body().apply(new CallArguments(this, frame, values));
  }

  private @Nullable Object[] values(Frame frame) {
    @Nullable Object[] values = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      if (!(args[i] instanceof LambdaExpr)) {
        values[i] = args[i].eval(frame);
      }
    }
    return values;
  }
}
