package fieldloom.engine.internal;

import fieldloom.function.FunctionDef;
import fieldloom.function.date.PlainPattern;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Makes code of calls: those that choose among their arguments become jumps. */
final class DirectCalls {
  private static final MethodTypeDesc CALL =
      DirectClass.type(
          Object.class,
          Object[].class,
          Object[].class,
          CallExpr.class,
          FunctionDef.Body.class,
          boolean.class);

  /** Values that one method puts into an array. */
  private static final int MANY = 50;

  private static final int MOST_DIGITS = 18;

  private final DirectClass made;
  private final DirectExprs exprs;

  DirectCalls(DirectClass made, DirectExprs exprs) {
    this.made = made;
    this.exprs = exprs;
  }

  void call(CodeBuilder code, CallExpr c) {
    if (c.has(LambdaExpr.class)) {
      exprs.slow(code, c);
      return;
    }
    String name = c.def.name();
    boolean pairs = name.equals("IFS") && c.args.length % 2 == 0;
    if (name.equals("IF") || pairs) {
      choose(code, c, 0);
    } else if (name.equals("SWITCH")) {
      choose(code, c);
    } else if (name.equals("DEFAULT") || name.equals("COALESCE")) {
      firstThere(code, c, 0);
    } else if (!known(code, c)) {
      library(code, c);
    }
  }

  /** Calls of what is asked for most, without what a call of the library needs. */
  private boolean known(CodeBuilder code, CallExpr c) {
    boolean two = c.args.length == 2 && c.divisions[0] == null;
    if (!two || !(c.args[1] instanceof Exprs.Constant second)) {
      return false;
    }
    if (c.def.name().equals("ROUND")
        && second.value() instanceof Num n
        && n.isSmall()
        && n.scale() == 0
        && n.unscaled() >= 0
        && n.unscaled() <= MOST_DIGITS) {
      exprs.emit(code, c.args[0]);
      made.number(code, (int) n.unscaled());
      DirectClass.callStatic(
          code, "round", DirectClass.type(Object.class, Object.class, int.class));
      return true;
    }
    return c.def.name().equals("FORMATDATE")
        && second.value() instanceof String text
        && day(code, c, text);
  }

  private boolean day(CodeBuilder code, CallExpr c, String text) {
    PlainPattern pattern = PlainPattern.of(text);
    DirectExprs.Place place = exprs.place(c.args[0]);
    if (pattern == null || !pattern.isOfDays() || place == null || place.path().hasPattern()) {
      return false;
    }
    code.aload(0);
    exprs.raw(code, place);
    made.constant(code, place.path(), Navigation.class);
    made.constant(code, c, CallExpr.class);
    made.constant(code, pattern, PlainPattern.class);
    made.call(
        code,
        "day",
        DirectClass.type(
            Object.class, Object.class, Navigation.class, CallExpr.class, PlainPattern.class));
    return true;
  }

  private void library(CodeBuilder code, CallExpr c) {
    code.aload(0);
    array(code, List.of(c.args));
    divisions(code, c);
    made.constant(code, c, CallExpr.class);
    made.fixed(code, c.def.body(), FunctionDef.Body.class);
    code.loadConstant(c.def.mode() == FunctionDef.Mode.STRICT ? 1 : 0);
    made.call(code, "call", CALL);
  }

  private void divisions(CodeBuilder code, CallExpr c) {
    boolean any = Arrays.stream(c.divisions).anyMatch(d -> d != null);
    if (!any) {
      code.aconst_null();
      return;
    }
    code.loadConstant(c.args.length * 2).anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < c.args.length; i++) {
      switch (c.divisions[i]) {
        case Division.Quotient q -> {
          store(code, 2 * i, q.left());
          store(code, 2 * i + 1, q.right());
        }
        case Division.Average a -> store(code, 2 * i, a.list());
        case null -> {
          // The argument is no division.
        }
      }
    }
  }

  private void store(CodeBuilder code, int index, Expr value) {
    code.dup().loadConstant(index);
    exprs.emit(code, value);
    code.aastore();
  }

  /** An array of the values of formulas. */
  void array(CodeBuilder code, List<Expr> values) {
    code.loadConstant(values.size()).anewarray(ConstantDescs.CD_Object);
    if (values.size() <= MANY) {
      for (int i = 0; i < values.size(); i++) {
        store(code, i, values.get(i));
      }
      return;
    }
    for (int i = 0; i < values.size(); i += MANY) {
      int first = i;
      code.dup().aload(0).swap();
      made.invoke(
          code,
          rest(
              values.get(first),
              "values",
              own -> {
                own.aload(1).checkcast(ConstantDescs.CD_Object.arrayType());
                for (int k = first; k < Math.min(first + MANY, values.size()); k++) {
                  store(own, k, values.get(k));
                }
              }));
      code.pop();
    }
  }

  /** A method that goes on where one would become too long. */
  private DirectClass.Ref rest(Object of, String role, Consumer<CodeBuilder> body) {
    return made.method(
        new DirectClass.Key(of, role + " within " + made.depth()),
        DirectClass.Gives.VALUE,
        made.depth(),
        own -> {
          body.accept(own);
          own.areturn();
        });
  }

  /** IF and IFS: pairs of a condition and a value, a last value alone. */
  private void choose(CodeBuilder code, CallExpr c, int from) {
    if (from >= c.args.length) {
      made.constant(code, Absent.ABSENT, Object.class);
      return;
    }
    if (from == c.args.length - 1) {
      exprs.emit(code, c.args[from]);
      return;
    }
    if (!made.spend() && from > 0) {
      made.call(code, rest(c, "choices from " + from, own -> choose(own, c, from)));
      return;
    }
    Label otherwise = code.newLabel();
    Label end = code.newLabel();
    exprs.condition(code, c.args[from]);
    code.ifeq(otherwise);
    exprs.emit(code, c.args[from + 1]);
    code.goto_(end).labelBinding(otherwise);
    choose(code, c, from + 2);
    code.labelBinding(end);
  }

  /** SWITCH: pairs of a case and a result, a last one alone. */
  private void choose(CodeBuilder code, CallExpr c) {
    int value = code.allocateLocal(TypeKind.REFERENCE);
    Label end = code.newLabel();
    Label known = code.newLabel();
    exprs.emit(code, c.args[0]);
    code.astore(value).aload(value);
    DirectClass.callStatic(code, "isMissing", DirectClass.type(boolean.class, Object.class));
    code.ifeq(known).aload(value).goto_(end).labelBinding(known);
    cases(code, c, 1, value);
    code.labelBinding(end);
  }

  private void cases(CodeBuilder code, CallExpr c, int from, int value) {
    Label end = code.newLabel();
    int i = from;
    for (; i + 1 < c.args.length; i += 2) {
      int at = i;
      if (!made.spend() && i > from) {
        code.aload(0).aload(value);
        made.invoke(code, rest(c, "cases from " + at, own -> cases(own, c, at, 1)));
        code.labelBinding(end);
        return;
      }
      Label next = code.newLabel();
      code.aload(value);
      exprs.emit(code, c.args[i]);
      DirectClass.callStatic(
          code, "matches", DirectClass.type(boolean.class, Object.class, Object.class));
      code.ifeq(next);
      exprs.emit(code, c.args[i + 1]);
      code.goto_(end).labelBinding(next);
    }
    if (i < c.args.length) {
      exprs.emit(code, c.args[i]);
    } else {
      made.constant(code, Absent.ABSENT, Object.class);
    }
    code.labelBinding(end);
  }

  /** DEFAULT and COALESCE: the first that is neither absent nor null, else the last. */
  private void firstThere(CodeBuilder code, CallExpr c, int from) {
    Label end = code.newLabel();
    for (int i = from; i < c.args.length - 1; i++) {
      int at = i;
      if (!made.spend() && i > from) {
        made.call(code, rest(c, "first from " + at, own -> firstThere(own, c, at)));
        code.labelBinding(end);
        return;
      }
      int value = code.allocateLocal(TypeKind.REFERENCE);
      Label next = code.newLabel();
      exprs.emit(code, c.args[i]);
      code.astore(value).aload(value);
      DirectClass.callStatic(code, "isMissing", DirectClass.type(boolean.class, Object.class));
      code.ifne(next).aload(value).goto_(end).labelBinding(next);
    }
    exprs.emit(code, c.args[c.args.length - 1]);
    code.labelBinding(end);
  }
}
