package fieldloom.engine.internal;

import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.payload.json.JsonText;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Makes code that writes the fields of a target in their order. */
final class DirectTargets {
  /** A method is compiled by the JVM only while it is short. */
  private static final int PARTS_EACH = 30;

  private static final MethodTypeDesc FLAGS = DirectClass.type(int.class);
  private static final MethodTypeDesc VALUE = DirectClass.type(Object.class);
  private static final MethodTypeDesc ITEMS = DirectClass.type(void.class, DirectRows.class);
  private static final MethodTypeDesc WRITE =
      DirectClass.type(int.class, Object.class, byte[].class, boolean.class);

  private final DirectClass made;
  private final DirectExprs exprs;
  private final DirectReads reads;
  private final DirectLoops loops;
  private final DirectCells cells;

  DirectTargets(DirectClass made, DirectExprs exprs, DirectReads reads) {
    this.made = made;
    this.exprs = exprs;
    this.reads = reads;
    this.loops = new DirectLoops(made, exprs, reads);
    this.cells = new DirectCells(made, exprs, reads, loops);
  }

  /** The code of the record. */
  void record(CodeBuilder code, ObjectNode root) {
    code.aload(0);
    DirectClass.callOwn(code, object(root, new byte[0], 0), FLAGS);
    code.pop().return_();
  }

  // --- objects

  /** A method that writes an object with what comes before it, and gives its flags. */
  private String object(ObjectNode node, byte[] name, int at) {
    if (node.base() != null) {
      throw new DirectExprs.Unsupported();
    }
    return cells.method(
        node,
        "object",
        FLAGS,
        at,
        code -> {
          int before = code.allocateLocal(TypeKind.INT);
          int start = code.allocateLocal(TypeKind.INT);
          length(code);
          code.istore(before);
          if (name.length > 0) {
            raw(code, name);
          }
          length(code);
          code.istore(start);
          code.aload(0).iload(before).iload(start);
          parts(code, node, at);
          code.loadConstant(node.always() ? 1 : 0);
          DirectClass.call(
              code,
              "end",
              DirectClass.type(int.class, int.class, int.class, int.class, boolean.class));
          code.ireturn();
        });
  }

  /** Leaves the flags of all parts on the stack. */
  private void parts(CodeBuilder code, ObjectNode node, int at) {
    List<ObjectNode.Part> parts = node.parts();
    if (parts.size() <= PARTS_EACH) {
      some(code, node, 0, parts.size(), at);
      return;
    }
    // Methods of methods, so that each stays short whatever the number of fields.
    int each = PARTS_EACH;
    while ((parts.size() + each - 1) / each > PARTS_EACH) {
      each *= PARTS_EACH;
    }
    chunks(code, node, 0, parts.size(), each, at);
  }

  private void chunks(CodeBuilder code, ObjectNode node, int from, int to, int each, int at) {
    code.iconst_0();
    for (int i = from; i < to; i += each) {
      int first = i;
      int last = Math.min(to, i + each);
      String name =
          cells.method(
              node,
              "parts " + first + " to " + last,
              FLAGS,
              at,
              own -> {
                if (each <= PARTS_EACH) {
                  some(own, node, first, last, at);
                } else {
                  chunks(own, node, first, last, each / PARTS_EACH, at);
                }
                own.ireturn();
              });
      code.aload(0);
      DirectClass.callOwn(code, name, FLAGS);
      code.ior();
    }
  }

  private void some(CodeBuilder code, ObjectNode node, int from, int to, int at) {
    code.iconst_0();
    for (ObjectNode.Part part : node.parts().subList(from, to)) {
      part(code, part, at);
      code.ior();
    }
  }

  private void part(CodeBuilder code, ObjectNode.Part part, int at) {
    byte[] name = name(part.name());
    SchemaNode required = part.required();
    boolean nullable = required == null || required.nullable();
    boolean defaulted = required != null && part.fallback() != Absent.ABSENT;
    if (defaulted) {
      // Pushed before the flags that it takes with it.
      code.aload(0);
    }
    if (part.node() == null) {
      code.iconst_0();
    } else {
      node(code, part.node(), name, nullable, at);
    }
    if (defaulted) {
      byte[] value = JsonText.of(part.fallback()).getBytes(StandardCharsets.UTF_8);
      made.constant(code, joined(name, value), byte[].class);
      DirectClass.call(code, "defaulted", DirectClass.type(int.class, int.class, byte[].class));
    } else if (required != null) {
      DirectClass.callStatic(code, "required", DirectClass.type(int.class, int.class));
    }
  }

  private void node(CodeBuilder code, TargetNode node, byte[] name, boolean nullable, int at) {
    switch (node) {
      case ValueNode v -> value(code, v, name, nullable, at);
      case ObjectNode o -> {
        String method = object(o, name, at);
        code.aload(0);
        DirectClass.callOwn(code, method, FLAGS);
      }
      case ArrayNode a when a.whole() != null ->
          value(code, Objects.requireNonNull(a.whole()), name, nullable, at);
      case ArrayNode a -> {
        String method = array(a, name, nullable, at);
        code.aload(0);
        DirectClass.callOwn(code, method, FLAGS);
      }
    }
  }

  // --- values

  private void value(CodeBuilder code, ValueNode node, byte[] name, boolean nullable, int at) {
    RuleExec rule = node.exec();
    if (reads.isRead(node)) {
      code.aload(0).aload(0);
      DirectClass.callOwn(code, cells.cell(node), VALUE);
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
    if (place != null && rule.fallback() == Absent.ABSENT) {
      code.aload(0);
      exprs.place(code, place);
      made.constant(code, DirectLink.of(name, rule, nullable), DirectLink.class);
      DirectClass.call(code, "link", DirectClass.type(int.class, int.class, DirectLink.class));
    } else {
      code.aload(0);
      cells.converted(code, rule);
      write(code, name, nullable);
    }
    code.labelBinding(end);
  }

  private void write(CodeBuilder code, byte[] name, boolean nullable) {
    made.constant(code, name, byte[].class);
    code.loadConstant(nullable ? 1 : 0);
    DirectClass.call(code, "write", WRITE);
  }

  // --- arrays

  private String array(ArrayNode node, byte[] name, boolean nullable, int at) {
    String rows = cells.rows(node, at);
    return cells.method(
        node,
        "array",
        FLAGS,
        at,
        code -> {
          int all = code.allocateLocal(TypeKind.REFERENCE);
          int state = code.allocateLocal(TypeKind.INT);
          int start = code.allocateLocal(TypeKind.INT);
          Label list = code.newLabel();
          code.aload(0);
          DirectClass.callOwn(code, rows, DirectCells.ROWS);
          code.astore(all).aload(all);
          DirectClass.callStatic(code, "state", DirectClass.type(int.class, DirectRows[].class));
          code.istore(state).iload(state).iconst_2().if_icmpeq(list);
          code.aload(0).iload(state);
          DirectClass.callStatic(code, "stateValue", DirectClass.type(Object.class, int.class));
          write(code, name, nullable);
          code.ireturn().labelBinding(list);
          raw(code, name);
          length(code);
          code.istore(start);
          for (int i = 0; i < node.segments().size(); i++) {
            Segment segment = node.segments().get(i);
            code.aload(0).aload(all).loadConstant(i).aaload();
            DirectClass.callOwn(code, items(segment, at + 1), ITEMS);
          }
          code.aload(0).iload(start);
          DirectClass.call(code, "endList", DirectClass.type(int.class, int.class));
          code.ireturn();
        });
  }

  /** A method that writes the items of a loop. */
  private String items(Segment segment, int at) {
    return cells.method(
        segment,
        "items",
        ITEMS,
        at,
        code ->
            loops.each(
                code,
                segment,
                at,
                inner -> {
                  node(inner, segment.item(), new byte[] {','}, true, at);
                  inner.pop();
                }));
  }

  // --- bytes

  /** What is written before a field's value; the comma of the first becomes the brace. */
  private static byte[] name(String name) {
    return ("," + JsonText.of(name) + ":").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] all = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private static CodeBuilder out(CodeBuilder code) {
    return code.aload(0)
        .getfield(
            DirectClass.DIRECT, "out", DirectClass.of(fieldloom.payload.json.tape.JsonOut.class));
  }

  private static void length(CodeBuilder code) {
    out(code)
        .invokevirtual(
            DirectClass.of(fieldloom.payload.json.tape.JsonOut.class),
            "length",
            DirectClass.type(int.class));
  }

  private void raw(CodeBuilder code, byte[] bytes) {
    out(code);
    made.constant(code, bytes, byte[].class);
    code.invokevirtual(
        DirectClass.of(fieldloom.payload.json.tape.JsonOut.class),
        "raw",
        DirectClass.type(void.class, byte[].class));
  }

  /** Whether a path ends in its only list. */
  static boolean endsInList(List<Path.Step> path) {
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).arrays() != (i == path.size() - 1 ? 1 : 0)) {
        return false;
      }
    }
    return !path.isEmpty();
  }
}
