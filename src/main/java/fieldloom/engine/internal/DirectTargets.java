package fieldloom.engine.internal;

import fieldloom.model.value.Absent;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes code that writes the fields of a target in their order. */
final class DirectTargets {
  /** A method is compiled by the JVM only while it is short. */
  private static final int PARTS_EACH = 30;

  /** Fields of a record or item for which there is code of their own; of more it is shared. */
  private static final int MOST_FIELDS = 150;

  private static final MethodTypeDesc WRITE =
      DirectClass.type(int.class, Object.class, DirectName.class, boolean.class);

  private final DirectClass made;
  private final DirectExprs exprs;
  private final DirectReads reads;
  private final DirectMedium medium;
  private final DirectLoops loops;
  private final DirectCells cells;

  DirectTargets(DirectClass made, DirectExprs exprs, DirectReads reads, DirectMedium medium) {
    this.made = made;
    this.exprs = exprs;
    this.reads = reads;
    this.medium = medium;
    this.loops = new DirectLoops(made, exprs, reads, medium);
    this.cells = new DirectCells(made, exprs, reads, loops);
  }

  /**
   * Asks for the method that writes the records of a target.
   *
   * @param top the one record, or the array whose items are the records
   */
  DirectClass.Ref records(TargetNode top) {
    return method(
        top,
        "records",
        0,
        code -> {
          switch (top) {
            case ArrayNode a when a.whole() != null -> {
              code.aload(0);
              made.call(code, cells.whole(Objects.requireNonNull(a.whole()), 0));
              made.call(code, "records", DirectClass.type(void.class, Object.class));
            }
            case ArrayNode a -> {
              int all = code.allocateLocal(TypeKind.REFERENCE);
              made.call(code, cells.rows(a, 0));
              code.checkcast(DirectClass.of(DirectRows[].class)).astore(all);
              segments(code, a, all, DirectName.NONE, 0);
            }
            case ObjectNode o -> {
              whole(code, o, DirectName.NONE, 0);
              code.pop();
              ended(code);
            }
            case ValueNode ignored -> throw new DirectExprs.Unsupported();
          }
          code.iconst_0().ireturn();
        });
  }

  private void ended(CodeBuilder code) {
    code.aload(0);
    made.call(code, "ended", DirectClass.type(void.class));
  }

  private DirectClass.Ref method(Object of, String role, int at, Consumer<CodeBuilder> body) {
    return made.method(new DirectClass.Key(of, role), DirectClass.Gives.FLAGS, at, body);
  }

  // --- objects

  /** Leaves the flags of a record or an item that is an object. */
  private void whole(CodeBuilder code, ObjectNode node, DirectName name, int at) {
    if (node.base() != null || fields(node) <= MOST_FIELDS) {
      made.call(code, object(node, name, true, at));
      return;
    }
    code.aload(0);
    made.constant(code, new DirectPart[] {part(node, name, at)}, DirectPart[].class);
    made.call(code, "parts", DirectClass.type(int.class, DirectPart[].class));
  }

  /** How many fields it has, those of the items of its lists left out. */
  private static int fields(TargetNode node) {
    return node instanceof ObjectNode o
        ? o.fields().values().stream().mapToInt(DirectTargets::fields).sum()
        : 1;
  }

  /** A method that writes an object with what comes before it, and gives its flags. */
  private DirectClass.Ref object(ObjectNode node, DirectName name, boolean nullable, int at) {
    ValueNode base = node.base();
    if (base != null) {
      return over(node, base, name, nullable, at);
    }
    return method(
        node,
        "object",
        at,
        code -> {
          int opened = code.allocateLocal(TypeKind.LONG);
          code.aload(0);
          made.constant(code, name, DirectName.class);
          code.loadConstant(node.parts().size());
          made.call(code, "open", DirectClass.type(long.class, DirectName.class, int.class));
          code.lstore(opened).aload(0).lload(opened);
          made.constant(code, name, DirectName.class);
          parts(code, node, at);
          code.loadConstant(node.always() ? 1 : 0);
          made.call(
              code,
              "close",
              DirectClass.type(int.class, long.class, DirectName.class, int.class, boolean.class));
          code.ireturn();
        });
  }

  /** The same of an object that a rule gives, and others parts of it. */
  private DirectClass.Ref over(
      ObjectNode node, ValueNode base, DirectName name, boolean nullable, int at) {
    if (!medium.writesValues()) {
      throw new DirectExprs.Unsupported();
    }
    return method(
        node,
        "over",
        at,
        code -> {
          int own = code.allocateLocal(TypeKind.REFERENCE);
          made.call(code, cells.whole(base, at));
          code.astore(own).aload(0);
          made.constant(code, name, DirectName.class);
          code.loadConstant(node.parts().size());
          made.call(code, "open", DirectClass.type(long.class, DirectName.class, int.class));
          code.pop2();
          parts(code, node, at);
          code.pop().aload(0).aload(own);
          made.constant(code, name, DirectName.class);
          made.constant(code, node, ObjectNode.class);
          code.loadConstant(nullable ? 1 : 0);
          made.call(
              code,
              "closeOver",
              DirectClass.type(
                  int.class, Object.class, DirectName.class, ObjectNode.class, boolean.class));
          code.ireturn();
        });
  }

  /** Leaves the flags of all parts on the stack. */
  private void parts(CodeBuilder code, ObjectNode node, int at) {
    int count = node.parts().size();
    if (count <= PARTS_EACH) {
      some(code, node, 0, count, at);
      return;
    }
    code.iconst_0();
    for (int i = 0; i < count; i += PARTS_EACH) {
      int first = i;
      int last = Math.min(count, i + PARTS_EACH);
      made.call(
          code,
          method(
              node,
              "parts from " + first,
              at,
              own -> {
                some(own, node, first, last, at);
                own.ireturn();
              }));
      code.ior();
    }
  }

  private void some(CodeBuilder code, ObjectNode node, int from, int to, int at) {
    code.iconst_0();
    for (ObjectNode.Part part : node.parts().subList(from, to)) {
      if (node.base() == null) {
        part(code, part, at);
        code.ior();
      } else if (part.node() != null) {
        // What must be there may stand in what the parts are put over.
        node(code, part.node(), DirectName.of(part.name()), true, at);
        code.ior();
      }
    }
  }

  private void part(CodeBuilder code, ObjectNode.Part part, int at) {
    DirectName name = DirectName.of(part.name());
    DirectName.Default fallback = fallback(part, name);
    if (fallback != null) {
      // Pushed before the flags that it takes with it.
      code.aload(0);
    }
    if (part.node() == null) {
      code.iconst_0();
    } else {
      node(code, part.node(), name, nullable(part), at);
    }
    if (fallback != null) {
      made.constant(code, fallback, DirectName.Default.class);
      made.call(
          code, "defaulted", DirectClass.type(int.class, int.class, DirectName.Default.class));
    } else if (part.required() != null) {
      DirectClass.callStatic(code, "required", DirectClass.type(int.class, int.class));
    }
  }

  private static boolean nullable(ObjectNode.Part part) {
    return part.required() == null || part.required().nullable();
  }

  private static DirectName.@Nullable Default fallback(ObjectNode.Part part, DirectName name) {
    boolean has = part.required() != null && part.fallback() != Absent.ABSENT;
    return has ? DirectName.of(name, part.fallback()) : null;
  }

  private void node(CodeBuilder code, TargetNode node, DirectName name, boolean nullable, int at) {
    switch (node) {
      case ValueNode v -> value(code, v, name, nullable, at);
      case ObjectNode o -> made.call(code, object(o, name, nullable, at));
      case ArrayNode a when a.whole() != null ->
          value(code, Objects.requireNonNull(a.whole()), name, nullable, at);
      case ArrayNode a -> made.call(code, array(a, name, nullable, at));
    }
  }

  // --- parts without code of their own

  private DirectPart part(ObjectNode node, DirectName name, int at) {
    DirectPart[] parts =
        node.parts().stream().map(part -> part(part, at)).toArray(DirectPart[]::new);
    return new DirectPart(new DirectPart.Parts(name, parts, node.always()), false, null);
  }

  private DirectPart part(ObjectNode.Part part, int at) {
    DirectName name = DirectName.of(part.name());
    return new DirectPart(
        part.node() == null ? null : way(part.node(), name, nullable(part), at),
        part.required() != null,
        fallback(part, name));
  }

  private DirectPart.Way way(TargetNode node, DirectName name, boolean nullable, int at) {
    return switch (node) {
      case ValueNode v -> made.part(at, code -> value(code, v, name, nullable, at));
      case ObjectNode o when o.base() != null -> own(object(o, name, nullable, at));
      case ObjectNode o -> Objects.requireNonNull(part(o, name, at).what());
      case ArrayNode a when a.whole() != null ->
          way(Objects.requireNonNull(a.whole()), name, nullable, at);
      case ArrayNode a -> own(array(a, name, nullable, at));
    };
  }

  private static DirectPart.Own own(DirectClass.Ref ref) {
    return new DirectPart.Own(ref.piece(), ref.number());
  }

  // --- values

  private void value(CodeBuilder code, ValueNode node, DirectName name, boolean nullable, int at) {
    RuleExec rule = node.exec();
    if (reads.isRead(node)) {
      code.aload(0);
      made.call(code, cells.cell(node));
      write(code, name, nullable);
      return;
    }
    Label end = code.newLabel();
    if (rule.when() != null) {
      Label holds = code.newLabel();
      exprs.condition(code, rule.when());
      code.ifne(holds).iconst_0().goto_(end).labelBinding(holds);
    }
    DirectExprs.Place place = exprs.place(rule.value());
    code.aload(0);
    if (place != null && rule.fallback() == Absent.ABSENT) {
      exprs.place(code, place);
      made.constant(code, DirectLink.of(name, rule, nullable), DirectLink.class);
      made.call(code, "link", DirectClass.type(int.class, medium.place(), DirectLink.class));
    } else {
      cells.converted(code, rule);
      write(code, name, nullable);
    }
    code.labelBinding(end);
  }

  private void write(CodeBuilder code, DirectName name, boolean nullable) {
    made.constant(code, name, DirectName.class);
    code.loadConstant(nullable ? 1 : 0);
    made.call(code, "write", WRITE);
  }

  // --- arrays

  private DirectClass.Ref array(ArrayNode node, DirectName name, boolean nullable, int at) {
    DirectClass.Ref rows = cells.rows(node, at);
    return method(
        node,
        "array",
        at,
        code -> {
          int all = code.allocateLocal(TypeKind.REFERENCE);
          int state = code.allocateLocal(TypeKind.INT);
          int opened = code.allocateLocal(TypeKind.LONG);
          Label list = code.newLabel();
          made.call(code, rows);
          code.checkcast(DirectClass.of(DirectRows[].class)).astore(all).aload(all);
          DirectClass.callStatic(code, "state", DirectClass.type(int.class, DirectRows[].class));
          code.istore(state).iload(state).iconst_2().if_icmpeq(list);
          code.aload(0).iload(state);
          DirectClass.callStatic(code, "stateValue", DirectClass.type(Object.class, int.class));
          write(code, name, nullable);
          code.ireturn().labelBinding(list).aload(0);
          made.constant(code, name, DirectName.class);
          made.call(code, "openList", DirectClass.type(long.class, DirectName.class));
          code.lstore(opened);
          segments(code, node, all, DirectName.ITEM, at);
          code.aload(0).lload(opened);
          made.constant(code, name, DirectName.class);
          made.call(code, "closeList", DirectClass.type(int.class, long.class, DirectName.class));
          code.ireturn();
        });
  }

  /** Writes the items of all loops, whose rows are in a local. */
  private void segments(CodeBuilder code, ArrayNode node, int all, DirectName name, int at) {
    for (int i = 0; i < node.segments().size(); i++) {
      code.aload(0).aload(all).loadConstant(i).aaload();
      made.invoke(code, items(node.segments().get(i), name, at + 1));
      code.pop();
    }
  }

  /** A method that writes the items of a loop, or the records that they are. */
  private DirectClass.Ref items(Segment segment, DirectName name, int at) {
    return method(
        segment,
        "items",
        at,
        code -> {
          int rows = code.allocateLocal(TypeKind.REFERENCE);
          code.aload(1).checkcast(DirectClass.of(DirectRows.class)).astore(rows);
          loops.each(
              code,
              segment,
              at,
              rows,
              inner -> {
                if (segment.item() instanceof ObjectNode item) {
                  whole(inner, item, name, at);
                } else {
                  node(inner, segment.item(), name, true, at);
                }
                inner.pop();
                if (name == DirectName.NONE) {
                  ended(inner);
                }
              });
          code.iconst_0().ireturn();
        });
  }
}
