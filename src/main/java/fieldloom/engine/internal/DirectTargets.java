package fieldloom.engine.internal;

import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.payload.json.JsonText;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Makes code that writes the fields of a target in their order. */
final class DirectTargets {
  /** A method is compiled by the JVM only while it is short. */
  private static final int PARTS_EACH = 30;

  private static final MethodTypeDesc FLAGS = DirectClass.type(int.class);
  private static final MethodTypeDesc VALUE = DirectClass.type(Object.class);
  private static final MethodTypeDesc ROWS = DirectClass.type(DirectRows[].class);
  private static final MethodTypeDesc ITEMS = DirectClass.type(void.class, DirectRows.class);
  private static final MethodTypeDesc WRITE =
      DirectClass.type(int.class, Object.class, byte[].class, boolean.class);

  private final DirectClass made;
  private final DirectExprs exprs;
  private final DirectReads reads;
  private final DirectLoops loops;

  /** Where the code that is being made stands: how many loops are around it. */
  private int depth;

  DirectTargets(DirectClass made, DirectExprs exprs, DirectReads reads) {
    this.made = made;
    this.exprs = exprs;
    this.reads = reads;
    this.loops = new DirectLoops(made, exprs, reads);
    exprs.targets(this::read);
  }

  /** The code of the record. */
  void record(CodeBuilder code, ObjectNode root) {
    code.aload(0);
    DirectClass.callOwn(code, object(root, new byte[0], 0), FLAGS);
    code.pop().return_();
  }

  private String method(Object of, String role, MethodTypeDesc type, int at, Consumer<CodeBuilder> body) {
    return made.method(
        new DirectClass.Key(of, role),
        type,
        code -> {
          depth = at;
          body.accept(code);
        });
  }

  // --- objects

  /** A method that writes an object with what comes before it, and gives its flags. */
  private String object(ObjectNode node, byte[] name, int at) {
    if (node.base() != null) {
      throw new DirectExprs.Unsupported();
    }
    return method(
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
          method(
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
      DirectClass.callOwn(code, cell(node), VALUE);
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
      converted(code, rule);
      write(code, name, nullable);
    }
    code.labelBinding(end);
  }

  private void converted(CodeBuilder code, RuleExec rule) {
    code.aload(0);
    exprs.emit(code, rule.value());
    made.constant(code, rule, RuleExec.class);
    DirectClass.call(
        code, "converted", DirectClass.type(Object.class, Object.class, RuleExec.class));
  }

  private void write(CodeBuilder code, byte[] name, boolean nullable) {
    made.constant(code, name, byte[].class);
    code.loadConstant(nullable ? 1 : 0);
    DirectClass.call(code, "write", WRITE);
  }

  /** A method that gives a field that rules read, computed once. */
  private String cell(ValueNode node) {
    DirectReads.Where where = reads.where(node);
    return method(
        node,
        "cell",
        VALUE,
        where.depth(),
        code -> {
          RuleExec rule = node.exec();
          int value = code.allocateLocal(TypeKind.REFERENCE);
          int position = code.allocateLocal(TypeKind.LONG);
          Label compute = code.newLabel();
          Label done = code.newLabel();
          cells(code, where.depth()).loadConstant(node.cell()).aaload().astore(value);
          code.aload(value).ifnull(compute).aload(value).areturn().labelBinding(compute);
          loops.position(code).lstore(position);
          loops.setPosition(code, c -> loops.positionAt(c, where.depth()));
          if (rule.when() != null) {
            Label holds = code.newLabel();
            exprs.condition(code, rule.when());
            code.ifne(holds);
            made.constant(code, Absent.ABSENT, Object.class);
            code.astore(value).goto_(done).labelBinding(holds);
          }
          converted(code, rule);
          code.astore(value).labelBinding(done);
          loops.setPosition(code, c -> c.lload(position));
          cells(code, where.depth()).loadConstant(node.cell()).aload(value).aastore();
          code.aload(value).areturn();
        });
  }

  private static CodeBuilder cells(CodeBuilder code, int at) {
    return code.aload(0)
        .getfield(
            DirectClass.DIRECT, "cells", ConstantDescs.CD_Object.arrayType().arrayType())
        .loadConstant(at)
        .aaload();
  }

  // --- arrays

  private String array(ArrayNode node, byte[] name, boolean nullable, int at) {
    String rows = rows(node, at);
    return method(
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
          DirectClass.callOwn(code, rows, ROWS);
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
    return method(
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

  /** A method that gives the rows of all loops of an array; kept where rules read its items. */
  private String rows(ArrayNode array, int at) {
    return method(
        array,
        "rows",
        ROWS,
        at,
        code -> {
          boolean kept = reads.isRead(array);
          int all = code.allocateLocal(TypeKind.REFERENCE);
          if (kept) {
            Label compute = code.newLabel();
            cells(code, at).loadConstant(array.cell()).aaload();
            code.checkcast(DirectClass.of(DirectRows[].class)).astore(all);
            code.aload(all).ifnull(compute).aload(all).areturn().labelBinding(compute);
          }
          code.loadConstant(array.segments().size()).anewarray(DirectClass.of(DirectRows.class));
          code.astore(all);
          for (int i = 0; i < array.segments().size(); i++) {
            Segment segment = array.segments().get(i);
            code.aload(all).loadConstant(i).aload(0);
            String name =
                method(
                    segment,
                    "rows",
                    DirectClass.type(DirectRows.class),
                    at,
                    own -> loops.rows(own, segment));
            DirectClass.callOwn(code, name, DirectClass.type(DirectRows.class));
            code.aastore();
          }
          if (kept) {
            cells(code, at).loadConstant(array.cell()).aload(all).aastore();
          }
          code.aload(all).areturn();
        });
  }

  // --- target fields that rules read

  private void read(CodeBuilder code, TargetRead read) {
    TargetRead.Simple simple = read.simple();
    if (simple == null) {
      throw new DirectExprs.Unsupported();
    }
    int at = depth - read.up();
    made.constant(code, read.read(), Navigation.class);
    if (simple.array() == null) {
      code.aload(0);
      DirectClass.callOwn(code, cell(simple.fields().getFirst()), VALUE);
    } else {
      code.aload(0);
      DirectClass.callOwn(code, list(simple.array(), simple.fields(), at), VALUE);
    }
    DirectExprs.frame(code);
    code.invokevirtual(
        DirectClass.of(Navigation.class),
        "from",
        DirectClass.type(Object.class, Object.class, Frame.class));
  }

  /** A method that gives the list of a field of all items of an array. */
  private String list(ArrayNode array, List<ValueNode> fields, int at) {
    String rows = rows(array, at);
    return method(
        fields.getFirst(),
        "list",
        VALUE,
        at,
        code -> {
          int all = code.allocateLocal(TypeKind.REFERENCE);
          int out = code.allocateLocal(TypeKind.REFERENCE);
          Label list = code.newLabel();
          code.aload(0);
          DirectClass.callOwn(code, rows, ROWS);
          code.astore(all).aload(all);
          DirectClass.callStatic(code, "state", DirectClass.type(int.class, DirectRows[].class));
          code.iconst_2().if_icmpeq(list).aload(all);
          DirectClass.callStatic(code, "state", DirectClass.type(int.class, DirectRows[].class));
          DirectClass.callStatic(code, "stateValue", DirectClass.type(Object.class, int.class));
          code.areturn().labelBinding(list);
          code.new_(DirectClass.of(java.util.ArrayList.class)).dup();
          code.invokespecial(
              DirectClass.of(java.util.ArrayList.class),
              ConstantDescs.INIT_NAME,
              DirectClass.type(void.class));
          code.astore(out);
          for (int i = 0; i < fields.size(); i++) {
            Segment segment = array.segments().get(i);
            ValueNode field = fields.get(i);
            int rowsOfOne = code.allocateLocal(TypeKind.REFERENCE);
            code.aload(all).loadConstant(i).aaload().astore(rowsOfOne);
            loops.each(
                code,
                segment,
                at + 1,
                rowsOfOne,
                inner -> {
                  inner.aload(out).aload(0);
                  DirectClass.callOwn(inner, cell(field), VALUE);
                  inner.invokevirtual(
                      DirectClass.of(java.util.ArrayList.class),
                      "add",
                      DirectClass.type(boolean.class, Object.class));
                  inner.pop();
                });
          }
          code.aload(out).areturn();
        });
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
            DirectClass.DIRECT,
            "out",
            DirectClass.of(fieldloom.payload.json.tape.JsonOut.class));
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
