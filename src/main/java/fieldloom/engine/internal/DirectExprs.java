package fieldloom.engine.internal;

import fieldloom.function.FunctionDef;
import fieldloom.model.Path;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.model.value.Absent;
import fieldloom.payload.json.tape.Shape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes code of formulas: it leaves the formula's value on the stack. */
final class DirectExprs {
  private static final MethodTypeDesc VALUE = DirectClass.type(Object.class);
  private static final MethodTypeDesc READ =
      DirectClass.type(Object.class, int.class, Navigation.class);
  private static final MethodTypeDesc CALL =
      DirectClass.type(
          Object.class,
          Object[].class,
          Object[].class,
          CallExpr.class,
          FunctionDef.Body.class,
          boolean.class);

  private final DirectClass made;

  /** Shapes of the aliases whose values stay on the tape, by slot. */
  private final Map<Integer, Shape> shapes = new HashMap<>();

  private DirectExprs.@Nullable Targets targets;

  /** Makes code that reads target fields. */
  interface Targets {
    void read(CodeBuilder code, TargetRead read);
  }

  DirectExprs(DirectClass made) {
    this.made = made;
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
        array(code, l.parts());
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
      case TargetRead t -> java.util.Objects.requireNonNull(targets).read(code, t);
      case IndexedLookup i -> {
        code.aload(0);
        emit(code, i.key());
        made.constant(code, i, IndexedLookup.class);
        DirectClass.call(
            code, "lookup", DirectClass.type(Object.class, Object.class, IndexedLookup.class));
      }
      case CallExpr c -> call(code, c);
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
        .getfield(
            DirectClass.of(Frame.class), "variables", ConstantDescs.CD_Object.arrayType());
  }

  static CodeBuilder frame(CodeBuilder code) {
    return code.aload(0)
        .getfield(DirectClass.DIRECT, "frame", DirectClass.of(Frame.class));
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

  private void call(CodeBuilder code, CallExpr c) {
    if (c.has(LambdaExpr.class)) {
      slow(code, c);
      return;
    }
    String name = c.def.name();
    boolean pairs = name.equals("IFS") && c.args.length % 2 == 0;
    if (name.equals("IF") || pairs) {
      choose(code, c, 0);
    } else if (name.equals("SWITCH")) {
      choose(code, c);
    } else if (name.equals("DEFAULT") || name.equals("COALESCE")) {
      firstThere(code, c);
    } else {
      library(code, c);
    }
  }

  private void library(CodeBuilder code, CallExpr c) {
    code.aload(0);
    array(code, List.of(c.args));
    divisions(code, c);
    made.constant(code, c, CallExpr.class);
    made.constant(code, c.def.body(), FunctionDef.Body.class);
    code.loadConstant(c.def.mode() == FunctionDef.Mode.STRICT ? 1 : 0);
    DirectClass.call(code, "call", CALL);
  }

  private void divisions(CodeBuilder code, CallExpr c) {
    boolean any = java.util.Arrays.stream(c.divisions).anyMatch(d -> d != null);
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
    emit(code, value);
    code.aastore();
  }

  private void array(CodeBuilder code, List<Expr> values) {
    code.loadConstant(values.size()).anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < values.size(); i++) {
      store(code, i, values.get(i));
    }
  }

  /** IF and IFS: pairs of a condition and a value, a last value alone. */
  private void choose(CodeBuilder code, CallExpr c, int from) {
    if (from >= c.args.length) {
      made.constant(code, Absent.ABSENT, Object.class);
      return;
    }
    if (from == c.args.length - 1) {
      emit(code, c.args[from]);
      return;
    }
    Label otherwise = code.newLabel();
    Label end = code.newLabel();
    condition(code, c.args[from]);
    code.ifeq(otherwise);
    emit(code, c.args[from + 1]);
    code.goto_(end).labelBinding(otherwise);
    choose(code, c, from + 2);
    code.labelBinding(end);
  }

  /** SWITCH: pairs of a case and a result, a last one alone. */
  private void choose(CodeBuilder code, CallExpr c) {
    int value = code.allocateLocal(TypeKind.REFERENCE);
    Label end = code.newLabel();
    Label known = code.newLabel();
    emit(code, c.args[0]);
    code.astore(value).aload(value);
    DirectClass.callStatic(code, "isMissing", DirectClass.type(boolean.class, Object.class));
    code.ifeq(known).aload(value).goto_(end).labelBinding(known);
    int i = 1;
    for (; i + 1 < c.args.length; i += 2) {
      Label next = code.newLabel();
      code.aload(value);
      emit(code, c.args[i]);
      DirectClass.callStatic(
          code, "matches", DirectClass.type(boolean.class, Object.class, Object.class));
      code.ifeq(next);
      emit(code, c.args[i + 1]);
      code.goto_(end).labelBinding(next);
    }
    if (i < c.args.length) {
      emit(code, c.args[i]);
    } else {
      made.constant(code, Absent.ABSENT, Object.class);
    }
    code.labelBinding(end);
  }

  /** DEFAULT and COALESCE: the first that is neither absent nor null, else the last. */
  private void firstThere(CodeBuilder code, CallExpr c) {
    Label end = code.newLabel();
    for (int i = 0; i < c.args.length - 1; i++) {
      int value = code.allocateLocal(TypeKind.REFERENCE);
      Label next = code.newLabel();
      emit(code, c.args[i]);
      code.astore(value).aload(value);
      DirectClass.callStatic(code, "isMissing", DirectClass.type(boolean.class, Object.class));
      code.ifne(next).aload(value).goto_(end).labelBinding(next);
    }
    emit(code, c.args[c.args.length - 1]);
    code.labelBinding(end);
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

  private void slow(CodeBuilder code, Expr expr) {
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
