package fieldloom.engine.internal;

import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes code of what rules read of the target: fields computed once, rows of loops, lists. */
final class DirectCells {
  private final DirectClass made;
  private final DirectExprs exprs;
  private final DirectReads reads;
  private final DirectLoops loops;

  DirectCells(DirectClass made, DirectExprs exprs, DirectReads reads, DirectLoops loops) {
    this.made = made;
    this.exprs = exprs;
    this.reads = reads;
    this.loops = loops;
    exprs.targets(this::read);
  }

  /** A method whose code stands within that many loops. */
  private DirectClass.Ref method(Object of, String role, int at, Consumer<CodeBuilder> body) {
    return made.method(new DirectClass.Key(of, role), DirectClass.Gives.VALUE, at, body);
  }

  /** Leaves a rule's value as its field holds it. */
  void converted(CodeBuilder code, RuleExec rule) {
    code.aload(0);
    exprs.emit(code, rule.value());
    made.constant(code, rule, RuleExec.class);
    made.call(code, conversion(rule), DirectClass.type(Object.class, Object.class, RuleExec.class));
  }

  /** What makes a rule's value one of its field: less where the field takes what rules give. */
  private static String conversion(RuleExec rule) {
    SchemaNode to = rule.convert().node();
    FieldType from = rule.convert().passed();
    boolean any = from == FieldType.ANY;
    Facets facets = to.facets();
    return switch (to.type()) {
      case STRING ->
          (any || from == FieldType.STRING) && facets.maxLength() == null ? "asText" : "converted";
      case DECIMAL ->
          (any || from == FieldType.DECIMAL) && facets.scale() == null && facets.digits() == null
              ? "asNumber"
              : "converted";
      case ANY -> any ? "asAny" : "converted";
      case INTEGER, BOOLEAN, DATE, TIME, DATETIME, BINARY, OBJECT, ARRAY -> "converted";
    };
  }

  /** A method that gives what a rule gives an object or a list as a whole. */
  DirectClass.Ref whole(ValueNode node, int at) {
    return method(
        node,
        "whole",
        at,
        code -> {
          RuleExec rule = node.exec();
          if (rule.when() != null) {
            Label holds = code.newLabel();
            exprs.condition(code, rule.when());
            code.ifne(holds);
            made.constant(code, Absent.ABSENT, Object.class);
            code.areturn().labelBinding(holds);
          }
          converted(code, rule);
          code.areturn();
        });
  }

  /** A method that gives a field that rules read, computed once. */
  DirectClass.Ref cell(ValueNode node) {
    int at = reads.depth(node);
    return method(
        node,
        "cell",
        at,
        code -> {
          RuleExec rule = node.exec();
          int value = code.allocateLocal(TypeKind.REFERENCE);
          int position = code.allocateLocal(TypeKind.LONG);
          Label compute = code.newLabel();
          Label done = code.newLabel();
          cells(code, at).loadConstant(reads.cell(node)).aaload().astore(value);
          code.aload(value).ifnull(compute).aload(value).areturn().labelBinding(compute);
          loops.position(code).lstore(position);
          loops.setPosition(code, c -> loops.positionAt(c, at));
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
          cells(code, at).loadConstant(reads.cell(node)).aload(value).aastore();
          code.aload(value).areturn();
        });
  }

  private CodeBuilder cells(CodeBuilder code, int at) {
    return made.field(code, "cells", Object[][].class).loadConstant(at).aaload();
  }

  /** A method that gives the rows of all loops of an array; kept where rules read its items. */
  DirectClass.Ref rows(ArrayNode array, int at) {
    return method(
        array,
        "rows",
        at,
        code -> {
          boolean kept = reads.isRead(array);
          int all = code.allocateLocal(TypeKind.REFERENCE);
          if (kept) {
            Label compute = code.newLabel();
            cells(code, at).loadConstant(reads.cell(array)).aaload();
            code.checkcast(DirectClass.of(DirectRows[].class)).astore(all);
            code.aload(all).ifnull(compute).aload(all).areturn().labelBinding(compute);
          }
          code.loadConstant(array.segments().size()).anewarray(DirectClass.of(DirectRows.class));
          code.astore(all);
          for (int i = 0; i < array.segments().size(); i++) {
            Segment segment = array.segments().get(i);
            code.aload(all).loadConstant(i);
            made.call(code, method(segment, "rows", at, own -> loops.rows(own, segment)));
            code.checkcast(DirectClass.of(DirectRows.class)).aastore();
          }
          if (kept) {
            cells(code, at).loadConstant(reads.cell(array)).aload(all).aastore();
          }
          code.aload(all).areturn();
        });
  }

  private void read(CodeBuilder code, TargetRead read) {
    TargetRead.Simple simple = read.simple();
    if (simple == null) {
      throw new DirectExprs.Unsupported();
    }
    int at = made.depth() - read.up();
    made.constant(code, read.read(), Navigation.class);
    if (simple.array() == null) {
      made.call(code, cell(simple.fields().getFirst()));
    } else {
      made.call(code, list(simple.array(), simple.fields(), at));
    }
    exprs.frame(code);
    code.invokevirtual(
        DirectClass.of(Navigation.class),
        "from",
        DirectClass.type(Object.class, Object.class, Frame.class));
  }

  /** A method that gives the list of a field of all items of an array. */
  private DirectClass.Ref list(ArrayNode array, List<ValueNode> fields, int at) {
    DirectClass.Ref rows = rows(array, at);
    return method(
        fields.getFirst(),
        "list",
        at,
        code -> {
          int all = code.allocateLocal(TypeKind.REFERENCE);
          int out = code.allocateLocal(TypeKind.REFERENCE);
          Label list = code.newLabel();
          made.call(code, rows);
          code.checkcast(DirectClass.of(DirectRows[].class)).astore(all).aload(all);
          DirectClass.callStatic(code, "state", DirectClass.type(int.class, DirectRows[].class));
          code.iconst_2().if_icmpeq(list).aload(all);
          DirectClass.callStatic(code, "state", DirectClass.type(int.class, DirectRows[].class));
          DirectClass.callStatic(code, "stateValue", DirectClass.type(Object.class, int.class));
          code.areturn().labelBinding(list);
          code.new_(DirectClass.of(ArrayList.class)).dup();
          code.invokespecial(
              DirectClass.of(ArrayList.class),
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
                  inner.aload(out);
                  made.call(inner, cell(field));
                  inner.invokevirtual(
                      DirectClass.of(ArrayList.class),
                      "add",
                      DirectClass.type(boolean.class, Object.class));
                  inner.pop();
                });
          }
          code.aload(out).areturn();
        });
  }
}
