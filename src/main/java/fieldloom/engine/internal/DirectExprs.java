package fieldloom.engine.internal;

import fieldloom.model.Path;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.payload.json.tape.Shape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes code of formulas: it leaves the formula's value on the stack. */
final class DirectExprs {
  private static final MethodTypeDesc VALUE = DirectClass.type(Object.class);
  private static final MethodTypeDesc READ =
      DirectClass.type(Object.class, int.class, Navigation.class);
  private final DirectClass made;
  private final DirectCalls calls;

  /** Shapes of the aliases whose values stay on the tape, by slot. */
  private final Map<Integer, Shape> shapes = new HashMap<>();

  private @Nullable Targets targets;

  /** Makes code that reads target fields. */
  interface Targets {
    void read(CodeBuilder code, TargetRead read);
  }

  DirectExprs(DirectClass made) {
    this.made = made;
    this.calls = new DirectCalls(made, this);
  }

  void targets(Targets given) {
    targets = given;
  }

  void onTape(int slot, Shape shape) {
    shapes.put(slot, shape);
  }

  boolean isOnTape(int slot) {
    return shapes.containsKey(slot);
  }

  int[] tapeSlots() {
    return shapes.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  void emit(CodeBuilder code, Expr expr) {
    if (!touchesTape(expr) && !expr.has(TargetRead.class)) {
      plain(code, expr);
      return;
    }
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
        DirectClass.call(
            code, "readAs", DirectClass.type(Object.class, Object.class, Exprs.ReadAs.class));
      }
      case Exprs.OwnCall o -> own(code, o);
      case TargetRead t -> Objects.requireNonNull(targets).read(code, t);
      case IndexedLookup i -> {
        code.aload(0);
        emit(code, i.key());
        made.constant(code, i, IndexedLookup.class);
        DirectClass.call(
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

  /** Whether a formula reads what stays on the tape. */
  boolean touchesTape(Expr expr) {
    return expr instanceof Exprs.Slot s && shapes.containsKey(s.slot())
        || expr.parts().stream().anyMatch(this::touchesTape);
  }

  /** The place of a plain path that starts at an alias on the tape; null where it is none. */
  @Nullable Place place(Expr expr) {
    if (!(expr instanceof Navigation n)
        || n.arrays() > 0
        || n.path().isEmpty()
        || !(n.start() instanceof Exprs.Slot s)
        || !shapes.containsKey(s.slot())
        || n.path().stream().anyMatch(p -> p.arrays() > 0 || p.name().equals("#text"))) {
      return null;
    }
    return new Place(s.slot(), n);
  }

  /** A field of an object on the tape. */
  record Place(int slot, Navigation path) {}

  /** Pushes the place of a field. */
  void place(CodeBuilder code, Place place) {
    place(code, place.slot, place.path.path());
  }

  void place(CodeBuilder code, int slot, List<Path.Step> steps) {
    Shape shape = shapes.get(slot);
    object(code, slot);
    for (int i = 0; i < steps.size(); i++) {
      int field = shape.field(steps.get(i).name());
      code.loadConstant(field);
      DirectClass.callStatic(code, "place", DirectClass.type(int.class, int.class, int.class));
      if (i < steps.size() - 1) {
        shape = shape.object(field);
        int local = code.allocateLocal(TypeKind.INT);
        code.istore(local).aload(0).iload(local);
        DirectClass.call(code, "inner", DirectClass.type(int.class, int.class));
      }
    }
  }

  /** The shape of the objects that a path leads to the list of. */
  Shape items(int slot, List<Path.Step> steps) {
    Shape shape = shapes.get(slot);
    for (int i = 0; i < steps.size() - 1; i++) {
      shape = shape.object(shape.field(steps.get(i).name()));
    }
    return shape.items(shape.field(steps.getLast().name()));
  }

  /** Pushes the object of an alias. */
  private static void object(CodeBuilder code, int slot) {
    code.aload(0).getfield(DirectClass.DIRECT, "at", ConstantDescs.CD_int.arrayType());
    code.loadConstant(slot).iaload();
  }

  private void slot(CodeBuilder code, Exprs.Slot s) {
    code.aload(0);
    object(code, s.slot());
    DirectClass.call(code, "whole", DirectClass.type(Object.class, int.class));
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
      DirectClass.call(code, read, READ);
      return;
    }
    int list = listStep(n);
    if (list >= 0 && n.start() instanceof Exprs.Slot s) {
      code.aload(0);
      place(code, s.slot(), n.path().subList(0, list + 1));
      made.constant(code, below(s.slot(), n, list), int[].class);
      made.constant(code, n, Navigation.class);
      DirectClass.call(
          code, "list", DirectClass.type(Object.class, int.class, int[].class, Navigation.class));
      return;
    }
    slow(code, n);
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
    boolean starts = n.start() instanceof Exprs.Slot s && shapes.containsKey(s.slot());
    return starts && n.arrays() == 0 && list < n.path().size() - 1 ? list : -1;
  }

  private int[] below(int slot, Navigation n, int list) {
    Shape shape = items(slot, n.path().subList(0, list + 1));
    int[] fields = new int[n.path().size() - list - 1];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = shape.field(n.path().get(list + 1 + i).name());
      shape = i < fields.length - 1 ? shape.object(fields[i]) : shape;
    }
    return fields;
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
        made.constant(code, b.op(), BinaryOp.class);
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
    String name = made.method(new DirectClass.Key(v.compute(), "variable"), VALUE, body);
    code.aload(0);
    DirectClass.callOwn(code, name, VALUE);
  }

  private static CodeBuilder variables(CodeBuilder code) {
    return frame(code)
        .getfield(DirectClass.of(Frame.class), "variables", ConstantDescs.CD_Object.arrayType());
  }

  static CodeBuilder frame(CodeBuilder code) {
    return code.aload(0).getfield(DirectClass.DIRECT, "frame", DirectClass.of(Frame.class));
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
    String name = made.method(new DirectClass.Key(o.body(), "function"), VALUE, body);
    code.aload(0);
    DirectClass.callOwn(code, name, VALUE);
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
    DirectClass.call(code, "slow", DirectClass.type(Object.class, Expr.class));
  }

  /** Says that a mapping is left to the interpreter altogether. */
  static final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsupported() {
      super("left to the interpreter", null, false, false);
    }
  }
}
