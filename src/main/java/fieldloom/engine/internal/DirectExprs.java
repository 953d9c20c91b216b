package fieldloom.engine.internal;

import fieldloom.model.Path;
import fieldloom.model.formula.Formula.BinaryOp;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes code of formulas: it leaves the formula's value on the stack. */
final class DirectExprs {
  /** Nodes that a formula may have and stay in the method it is in. */
  private static final int SMALL = 6;

  private final DirectClass made;
  private final DirectMedium medium;
  private final DirectCalls calls;
  private @Nullable Targets targets;

  /** Makes code that reads target fields. */
  interface Targets {
    void read(CodeBuilder code, TargetRead read);
  }

  DirectExprs(DirectClass made, DirectMedium medium) {
    this.made = made;
    this.medium = medium;
    this.calls = new DirectCalls(made, this);
  }

  void targets(Targets given) {
    targets = given;
  }

  /** Pushes the value of a formula; a part of a long one becomes a method of its own. */
  void emit(CodeBuilder code, Expr expr) {
    if (!reads(expr) && !expr.has(TargetRead.class)) {
      plain(code, expr);
    } else if (made.spend() || left(expr, SMALL) >= 0) {
      here(code, expr);
    } else {
      made.call(
          code,
          made.method(
              new DirectClass.Key(expr, "within " + made.depth()),
              DirectClass.Gives.VALUE,
              made.depth(),
              own -> {
                here(own, expr);
                own.areturn();
              }));
    }
  }

  /** What is left of that many nodes when those of a formula are taken; negative where none is. */
  private static int left(Expr expr, int nodes) {
    int left = nodes - 1;
    for (Expr part : expr.parts()) {
      left = left < 0 ? left : left(part, left);
    }
    return left;
  }

  private void here(CodeBuilder code, Expr expr) {
    switch (expr) {
      case Exprs.Slot s -> slot(code, s);
      case Navigation n -> navigation(code, n);
      case Exprs.Binary b -> binary(code, b);
      case Exprs.Not n -> {
        emit(code, n.operand());
        DirectClass.callStatic(code, "not", DirectClass.type(Object.class, Object.class));
      }
      case Exprs.Negate n -> {
        emit(code, n.operand());
        DirectClass.callStatic(code, "negate", DirectClass.type(Object.class, Object.class));
      }
      case Exprs.ListOf l -> {
        calls.array(code, l.parts());
        DirectClass.callStatic(code, "listOf", DirectClass.type(Object.class, Object[].class));
      }
      case Exprs.Variable v -> variable(code, v);
      case Exprs.ReadAs r -> {
        code.aload(0);
        emit(code, r.raw());
        made.constant(code, r, Exprs.ReadAs.class);
        made.call(code, "readAs", DirectClass.type(Object.class, Object.class, Exprs.ReadAs.class));
      }
      case Exprs.OwnCall o -> own(code, o);
      case TargetRead t -> Objects.requireNonNull(targets).read(code, t);
      case IndexedLookup i -> {
        code.aload(0);
        emit(code, i.key());
        made.constant(code, i, IndexedLookup.class);
        made.call(
            code, "lookup", DirectClass.type(Object.class, Object.class, IndexedLookup.class));
      }
      case CallExpr c -> calls.call(code, c);
      default -> slow(code, expr);
    }
  }

  /** Pushes whether a condition holds. */
  void condition(CodeBuilder code, Expr expr) {
    emit(code, expr);
    DirectClass.callStatic(code, "holds", DirectClass.type(boolean.class, Object.class));
  }

  /** Whether a formula reads what the code reads itself. */
  boolean reads(Expr expr) {
    return expr instanceof Exprs.Slot s && medium.reads(s.slot())
        || expr.parts().stream().anyMatch(this::reads);
  }

  /** The place of a plain path that starts at an alias; null where it is none. */
  @Nullable Place place(Expr expr) {
    if (!(expr instanceof Navigation n)
        || n.arrays() > 0
        || n.path().isEmpty()
        || !(n.start() instanceof Exprs.Slot s)
        || !medium.reads(s.slot())
        || n.path().stream().anyMatch(p -> p.arrays() > 0 || p.name().equals("#text"))) {
      return null;
    }
    return new Place(s.slot(), n);
  }

  /** A field of an alias. */
  record Place(int slot, Navigation path) {}

  /** Pushes the place of a field. */
  void place(CodeBuilder code, Place place) {
    medium.place(code, place.slot, place.path.path());
  }

  /** Pushes the value of a field as it stands. */
  void raw(CodeBuilder code, Place place) {
    code.aload(0);
    place(code, place);
    made.call(code, "raw", DirectClass.type(Object.class, medium.place()));
  }

  private void slot(CodeBuilder code, Exprs.Slot s) {
    code.aload(0);
    made.number(code, s.slot());
    made.call(code, "whole", DirectClass.type(Object.class, int.class));
  }

  private void navigation(CodeBuilder code, Navigation n) {
    Place place = place(n);
    if (place != null) {
      code.aload(0);
      place(code, place);
      made.constant(code, n, Navigation.class);
      String read =
          switch (n.leaf()) {
            case STRING -> "text";
            case INTEGER, DECIMAL -> "number";
            case BOOLEAN, DATE, TIME, DATETIME, BINARY, OBJECT, ARRAY, ANY -> "other";
          };
      made.call(code, read, DirectClass.type(Object.class, medium.place(), Navigation.class));
      return;
    }
    int list = listStep(n);
    boolean pushed =
        list >= 0 && n.start() instanceof Exprs.Slot s && medium.list(code, s.slot(), n, list);
    if (!pushed) {
      slow(code, n);
    }
  }

  /** Which step is a path's only list, with fields behind it; -1 where it is no such path. */
  private int listStep(Navigation n) {
    int list = -1;
    for (int i = 0; i < n.path().size(); i++) {
      Path.Step step = n.path().get(i);
      if (step.arrays() > 1 || step.arrays() == 1 && list >= 0 || step.name().equals("#text")) {
        return -1;
      }
      list = step.arrays() == 1 ? i : list;
    }
    boolean starts = n.start() instanceof Exprs.Slot s && medium.reads(s.slot());
    return starts && n.arrays() == 0 && list < n.path().size() - 1 ? list : -1;
  }

  private void binary(CodeBuilder code, Exprs.Binary b) {
    switch (b.op()) {
      case OR, AND -> {
        boolean decisive = b.op() == BinaryOp.OR;
        int left = code.allocateLocal(TypeKind.REFERENCE);
        Label end = code.newLabel();
        Label both = code.newLabel();
        emit(code, b.left());
        code.astore(left).aload(left).loadConstant(decisive ? 1 : 0);
        DirectClass.callStatic(
            code, "decides", DirectClass.type(boolean.class, Object.class, boolean.class));
        code.ifeq(both);
        made.constant(code, decisive ? Boolean.TRUE : Boolean.FALSE, Object.class);
        code.goto_(end).labelBinding(both).aload(left);
        emit(code, b.right());
        code.loadConstant(decisive ? 1 : 0);
        DirectClass.callStatic(
            code,
            "decided",
            DirectClass.type(Object.class, Object.class, Object.class, boolean.class));
        code.labelBinding(end);
      }
      default -> {
        emit(code, b.left());
        emit(code, b.right());
        DirectClass.choice(code, b.op());
        DirectClass.callStatic(
            code,
            "apply",
            DirectClass.type(Object.class, Object.class, Object.class, BinaryOp.class));
      }
    }
  }

  private void variable(CodeBuilder code, Exprs.Variable v) {
    Consumer<CodeBuilder> body =
        own -> {
          Label compute = own.newLabel();
          int known = own.allocateLocal(TypeKind.REFERENCE);
          variables(own).loadConstant(v.index()).aaload().astore(known);
          own.aload(known).ifnull(compute).aload(known).areturn().labelBinding(compute);
          emit(own, v.compute());
          own.astore(known);
          variables(own).loadConstant(v.index()).aload(known).aastore();
          own.aload(known).areturn();
        };
    // The value is the same for all that read the variable.
    made.call(
        code,
        made.method(
            new DirectClass.Key(v.compute(), "variable"), DirectClass.Gives.VALUE, 0, body));
  }

  private CodeBuilder variables(CodeBuilder code) {
    return frame(code)
        .getfield(DirectClass.of(Frame.class), "variables", ConstantDescs.CD_Object.arrayType());
  }

  CodeBuilder frame(CodeBuilder code) {
    return made.field(code, "frame", Frame.class);
  }

  private void own(CodeBuilder code, Exprs.OwnCall o) {
    int[] values = new int[o.arguments().size()];
    for (int i = 0; i < values.length; i++) {
      emit(code, o.arguments().get(i));
      values[i] = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(values[i]);
    }
    for (int i = 0; i < o.slots().length; i++) {
      frame(code)
          .getfield(DirectClass.of(Frame.class), "slots", ConstantDescs.CD_Object.arrayType());
      code.loadConstant(o.slots()[i]).aload(values[i]).aastore();
    }
    Consumer<CodeBuilder> body =
        method -> {
          emit(method, o.body());
          method.areturn();
        };
    made.call(
        code,
        made.method(new DirectClass.Key(o.body(), "function"), DirectClass.Gives.VALUE, 0, body));
  }

  /** A formula over nothing that is on the tape: constants fold, the rest is evaluated. */
  private void plain(CodeBuilder code, Expr expr) {
    if (expr instanceof Exprs.Constant c) {
      made.constant(code, c.value(), Object.class);
      return;
    }
    made.constant(code, expr, Expr.class);
    frame(code);
    code.invokeinterface(
        DirectClass.of(Expr.class), "eval", DirectClass.type(Object.class, Frame.class));
  }

  /** A formula that the interpreter evaluates over values made for it. */
  void slow(CodeBuilder code, Expr expr) {
    if (expr.has(TargetRead.class)) {
      throw new Unsupported();
    }
    code.aload(0);
    made.constant(code, expr, Expr.class);
    made.call(code, "slow", DirectClass.type(Object.class, Expr.class));
  }

  /** Says that a mapping is left to the interpreter altogether. */
  static final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsupported() {
      super("left to the interpreter", null, false, false);
    }
  }
}
