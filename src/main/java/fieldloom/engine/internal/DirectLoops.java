package fieldloom.engine.internal;

import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.function.Consumer;

/** Makes code of loops: their rows, and what is done for each. */
final class DirectLoops {
  private static final ClassDesc ROWS = DirectClass.of(DirectRows.class);

  private final DirectClass made;
  private final DirectExprs exprs;
  private final DirectReads reads;
  private final DirectMedium medium;

  DirectLoops(DirectClass made, DirectExprs exprs, DirectReads reads, DirectMedium medium) {
    this.medium = medium;
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
    LoopPlan loop = segment.loop();
    if (!reads.isDirect(segment)) {
      code.aload(0);
      made.constant(code, loop, LoopPlan.class);
      made.call(code, "rows", DirectClass.type(DirectRows.class, LoopPlan.class));
      code.areturn();
      return;
    }
    Navigation over = (Navigation) loop.over();
    code.aload(0);
    medium.place(code, ((Exprs.Slot) over.start()).slot(), over.path());
    made.call(code, "items", DirectClass.type(DirectRows.class, medium.place()));
    if (loop.where() != null || loop.order() != null) {
      int rows = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(rows);
      choose(code, loop, rows);
      code.aload(rows);
    }
    code.areturn();
  }

  /** Leaves the rows that a condition holds for, sorted. */
  private void choose(CodeBuilder code, LoopPlan loop, int rows) {
    int own = loop.slots()[0];
    int row = code.allocateLocal(TypeKind.INT);
    int position = code.allocateLocal(TypeKind.LONG);
    int before = medium.keep(code, own);
    position(code).lstore(position);
    Label next = code.newLabel();
    Label skip = code.newLabel();
    Label end = code.newLabel();
    code.iconst_0().istore(row).labelBinding(next).iload(row).aload(rows);
    code.invokevirtual(ROWS, "size", DirectClass.type(int.class)).if_icmpge(end);
    code.aload(0).aload(rows).iload(row).loadConstant(own);
    made.call(code, "choose", DirectClass.type(void.class, DirectRows.class, int.class, int.class));
    if (loop.where() != null) {
      exprs.condition(code, loop.where());
      code.ifeq(skip);
    }
    code.aload(rows).iload(row);
    if (loop.order() == null) {
      code.invokevirtual(ROWS, "keep", DirectClass.type(void.class, int.class));
    } else {
      keys(code, loop.order());
      code.invokevirtual(ROWS, "keep", DirectClass.type(void.class, int.class, Object[].class));
    }
    code.labelBinding(skip).iinc(row, 1).goto_(next).labelBinding(end);
    medium.restore(code, own, before);
    setPosition(code, c -> c.lload(position));
    code.aload(rows);
    if (loop.order() == null) {
      code.aconst_null();
    } else {
      made.constant(code, loop.order(), OrderPlan.class);
    }
    code.invokevirtual(ROWS, "chosen", DirectClass.type(void.class, OrderPlan.class));
  }

  private void keys(CodeBuilder code, OrderPlan order) {
    code.loadConstant(order.keys().length).anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < order.keys().length; i++) {
      code.dup().loadConstant(i);
      exprs.emit(code, order.keys()[i].by());
      code.aastore();
    }
  }

  /**
   * Code that does something for each row, each of them the current one in its turn.
   *
   * @param rows local that holds them
   */
  void each(CodeBuilder code, Segment segment, int depth, int rows, Consumer<CodeBuilder> body) {
    int[] slots = segment.loop().slots();
    int i = code.allocateLocal(TypeKind.INT);
    int position = code.allocateLocal(TypeKind.LONG);
    int positionHere = code.allocateLocal(TypeKind.LONG);
    int cells = code.allocateLocal(TypeKind.REFERENCE);
    int[] before = new int[slots.length];
    for (int k = 0; k < slots.length; k++) {
      before[k] = medium.keep(code, slots[k]);
    }
    position(code).lstore(position);
    positionAt(code, depth).lstore(positionHere);
    cellsField(code).loadConstant(depth).aaload().astore(cells);
    Label next = code.newLabel();
    Label end = code.newLabel();
    code.iconst_0().istore(i).labelBinding(next).iload(i).aload(rows);
    code.invokevirtual(ROWS, "size", DirectClass.type(int.class)).if_icmpge(end);
    code.aload(0).aload(rows).iload(i);
    made.constant(code, slots, int[].class);
    code.loadConstant(depth).loadConstant(reads.cells(segment));
    made.call(
        code,
        "enter",
        DirectClass.type(
            void.class, DirectRows.class, int.class, int[].class, int.class, int.class));
    body.accept(code);
    code.iinc(i, 1).goto_(next).labelBinding(end);
    for (int k = 0; k < slots.length; k++) {
      medium.restore(code, slots[k], before[k]);
    }
    setPosition(code, c -> c.lload(position));
    made.field(code, "positions", long[].class).loadConstant(depth).lload(positionHere).lastore();
    cellsField(code).loadConstant(depth).aload(cells).aastore();
  }

  private CodeBuilder cellsField(CodeBuilder code) {
    return made.field(code, "cells", Object[][].class);
  }

  /** Pushes the position of the current item. */
  CodeBuilder position(CodeBuilder code) {
    return exprs.frame(code).getfield(DirectClass.of(Frame.class), "position", CD_long);
  }

  void setPosition(CodeBuilder code, Consumer<CodeBuilder> value) {
    exprs.frame(code);
    value.accept(code);
    code.putfield(DirectClass.of(Frame.class), "position", CD_long);
  }

  /** Pushes the position of the item at a depth. */
  CodeBuilder positionAt(CodeBuilder code, int depth) {
    return made.field(code, "positions", long[].class).loadConstant(depth).laload();
  }
}
