package fieldloom.engine.internal;

import fieldloom.payload.json.tape.Tape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.function.Consumer;

/** Makes code of loops: their rows, and what is done for each. */
final class DirectLoops {
  private final DirectClass made;
  private final DirectExprs exprs;
  private final DirectReads reads;

  DirectLoops(DirectClass made, DirectExprs exprs, DirectReads reads) {
    this.made = made;
    this.exprs = exprs;
    this.reads = reads;
  }

  /** Code that returns the rows of a loop. */
  void rows(CodeBuilder code, Segment segment) {
    if (segment.when() != null) {
      Label holds = code.newLabel();
      exprs.condition(code, segment.when());
      code.ifne(holds);
      made.constant(code, DirectRows.none(DirectRows.State.ABSENT), DirectRows.class);
      code.areturn().labelBinding(holds);
    }
    if (reads.isOnTape(segment)) {
      onTape(code, segment.loop());
    } else {
      code.aload(0);
      made.constant(code, segment.loop(), LoopPlan.class);
      DirectClass.call(code, "rows", DirectClass.type(DirectRows.class, LoopPlan.class));
      code.areturn();
    }
  }

  private void onTape(CodeBuilder code, LoopPlan loop) {
    Navigation over = (Navigation) loop.over();
    int slot = ((Exprs.Slot) over.start()).slot();
    int own = loop.slots()[0];
    int place = code.allocateLocal(TypeKind.INT);
    int rows = code.allocateLocal(TypeKind.REFERENCE);
    int item = code.allocateLocal(TypeKind.INT);
    int before = code.allocateLocal(TypeKind.INT);
    int position = code.allocateLocal(TypeKind.LONG);
    int count = code.allocateLocal(TypeKind.LONG);
    exprs.place(code, slot, over.path());
    code.istore(place).aload(0).iload(place);
    DirectClass.call(code, "without", DirectClass.type(DirectRows.class, int.class));
    Label list = code.newLabel();
    code.astore(rows).aload(rows).ifnull(list).aload(rows).areturn().labelBinding(list);
    code.invokestatic(
        DirectClass.of(DirectRows.class), "onTape", DirectClass.type(DirectRows.class));
    code.astore(rows);
    object(code, own).istore(before);
    position(code).lstore(position);
    code.lconst_0().lstore(count);
    Label next = code.newLabel();
    Label end = code.newLabel();
    Label skip = code.newLabel();
    tape(code).iload(place);
    code.invokevirtual(tapeClass(), "first", DirectClass.type(int.class, int.class));
    code.istore(item).labelBinding(next).iload(item).ifeq(end);
    setObject(code, own, c -> c.iload(item));
    code.lload(count).lconst_1().ladd().lstore(count);
    if (loop.where() != null) {
      setPosition(code, c -> c.lload(count));
      exprs.condition(code, loop.where());
      code.ifeq(skip);
    }
    code.aload(rows).iload(item);
    if (loop.order() == null) {
      code.invokevirtual(
          DirectClass.of(DirectRows.class), "add", DirectClass.type(void.class, int.class));
    } else {
      keys(code, loop.order());
      code.invokevirtual(
          DirectClass.of(DirectRows.class),
          "add",
          DirectClass.type(void.class, int.class, Object[].class));
    }
    code.labelBinding(skip);
    tape(code).iload(item);
    code.invokevirtual(tapeClass(), "next", DirectClass.type(int.class, int.class));
    code.istore(item).goto_(next).labelBinding(end);
    setObject(code, own, c -> c.iload(before));
    setPosition(code, c -> c.lload(position));
    if (loop.order() != null) {
      code.aload(rows);
      made.constant(code, loop.order(), OrderPlan.class);
      code.invokevirtual(
          DirectClass.of(DirectRows.class), "sort", DirectClass.type(void.class, OrderPlan.class));
    }
    code.aload(rows).areturn();
  }

  private void keys(CodeBuilder code, OrderPlan order) {
    code.loadConstant(order.keys().length).anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < order.keys().length; i++) {
      code.dup().loadConstant(i);
      exprs.emit(code, order.keys()[i].by());
      code.aastore();
    }
  }

  /** Code of a method that is given rows: does something for each of them. */
  void each(CodeBuilder code, Segment segment, int depth, Consumer<CodeBuilder> body) {
    each(code, segment, depth, 1, body);
    code.return_();
  }

  /**
   * Code that does something for each row, each of them the current one in its turn.
   *
   * @param rows local that holds them
   */
  void each(CodeBuilder code, Segment segment, int depth, int rows, Consumer<CodeBuilder> body) {
    LoopPlan loop = segment.loop();
    int i = code.allocateLocal(TypeKind.INT);
    int object = code.allocateLocal(TypeKind.INT);
    int position = code.allocateLocal(TypeKind.LONG);
    int positionHere = code.allocateLocal(TypeKind.LONG);
    int cells = code.allocateLocal(TypeKind.REFERENCE);
    boolean onTape = reads.isOnTape(segment);
    if (onTape) {
      object(code, loop.slots()[0]).istore(object);
    } else {
      reads.mustNotNest(segment);
    }
    position(code).lstore(position);
    positionAt(code, depth).lstore(positionHere);
    cellsField(code).loadConstant(depth).aaload().astore(cells);
    Label next = code.newLabel();
    Label end = code.newLabel();
    code.iconst_0().istore(i).labelBinding(next).iload(i).aload(rows);
    code.invokevirtual(DirectClass.of(DirectRows.class), "size", DirectClass.type(int.class));
    code.if_icmpge(end);
    code.aload(0).aload(rows).iload(i);
    made.constant(code, loop.slots(), int[].class);
    code.loadConstant(depth).loadConstant(reads.cells(segment));
    DirectClass.call(
        code,
        "enter",
        DirectClass.type(
            void.class, DirectRows.class, int.class, int[].class, int.class, int.class));
    body.accept(code);
    code.iinc(i, 1).goto_(next).labelBinding(end);
    if (onTape) {
      setObject(code, loop.slots()[0], c -> c.iload(object));
    }
    setPosition(code, c -> c.lload(position));
    code.aload(0)
        .getfield(DirectClass.DIRECT, "positions", ConstantDescs.CD_long.arrayType())
        .loadConstant(depth)
        .lload(positionHere)
        .lastore();
    cellsField(code).loadConstant(depth).aload(cells).aastore();
  }

  private static CodeBuilder cellsField(CodeBuilder code) {
    return code.aload(0)
        .getfield(DirectClass.DIRECT, "cells", ConstantDescs.CD_Object.arrayType().arrayType());
  }

  private static CodeBuilder object(CodeBuilder code, int slot) {
    return code.aload(0)
        .getfield(DirectClass.DIRECT, "at", ConstantDescs.CD_int.arrayType())
        .loadConstant(slot)
        .iaload();
  }

  private static void setObject(CodeBuilder code, int slot, Consumer<CodeBuilder> value) {
    code.aload(0)
        .getfield(DirectClass.DIRECT, "at", ConstantDescs.CD_int.arrayType())
        .loadConstant(slot);
    value.accept(code);
    code.iastore();
  }

  /** Pushes the position of the current item. */
  CodeBuilder position(CodeBuilder code) {
    return DirectExprs.frame(code)
        .getfield(DirectClass.of(Frame.class), "position", ConstantDescs.CD_long);
  }

  void setPosition(CodeBuilder code, Consumer<CodeBuilder> value) {
    DirectExprs.frame(code);
    value.accept(code);
    code.putfield(DirectClass.of(Frame.class), "position", ConstantDescs.CD_long);
  }

  /** Pushes the position of the item at a depth. */
  CodeBuilder positionAt(CodeBuilder code, int depth) {
    return code.aload(0)
        .getfield(DirectClass.DIRECT, "positions", ConstantDescs.CD_long.arrayType())
        .loadConstant(depth)
        .laload();
  }

  private static CodeBuilder tape(CodeBuilder code) {
    return code.aload(0).getfield(DirectClass.DIRECT, "tape", tapeClass());
  }

  private static ClassDesc tapeClass() {
    return DirectClass.of(Tape.class);
  }
}
