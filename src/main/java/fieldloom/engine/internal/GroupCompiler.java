package fieldloom.engine.internal;

import fieldloom.function.ValueType;
import fieldloom.model.Each;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles what groups the items of a loop, or the records of the driving source. */
final class GroupCompiler {
  private final ExprCompiler exprs;

  GroupCompiler(ExprCompiler exprs) {
    this.exprs = exprs;
  }

  /**
   * @param group how groups form; null is key
   * @param formulas what {@code groupBy} holds, read
   * @param site of {@code groupBy}
   */
  GroupPlan group(
      Each.GroupBy groupBy,
      @Nullable String group,
      List<Formula> formulas,
      NameScope names,
      Site site) {
    GroupPlan.Kind kind =
        switch (group == null ? "key" : group) {
          case "adjacent" -> GroupPlan.Kind.ADJACENT;
          case "startingWith" -> GroupPlan.Kind.STARTING_WITH;
          case "blocks" -> GroupPlan.Kind.BLOCKS;
          default -> GroupPlan.Kind.KEY;
        };
    Expr[] by =
        kind == GroupPlan.Kind.STARTING_WITH
            ? new Expr[] {exprs.condition(formulas.getFirst(), names, site)}
            : formulas.stream().map(f -> exprs.compile(f, names, site).expr()).toArray(Expr[]::new);
    return new GroupPlan(kind, by, keyNames(groupBy, formulas, kind));
  }

  private static String[] keyNames(
      Each.GroupBy groupBy, List<Formula> formulas, GroupPlan.Kind kind) {
    if (groupBy.single() || kind == GroupPlan.Kind.STARTING_WITH || kind == GroupPlan.Kind.BLOCKS) {
      return new String[0];
    }
    String[] names = new String[formulas.size()];
    for (int i = 0; i < names.length; i++) {
      String as = groupBy.keys().get(i).as();
      names[i] = as != null ? as : lastName(formulas.get(i), i);
    }
    return names;
  }

  private static String lastName(Formula formula, int index) {
    return formula instanceof Formula.Ref r ? r.path().last().name() : "key" + (index + 1);
  }

  /**
   * The schema of a group: its key and its items.
   *
   * @param name of the group
   * @param item what is grouped
   */
  SchemaNode node(
      String name,
      GroupPlan group,
      List<Formula> formulas,
      ValueType item,
      NameScope names,
      Site site) {
    SchemaNode key;
    if (group.kind() == GroupPlan.Kind.STARTING_WITH || group.kind() == GroupPlan.Kind.BLOCKS) {
      key = SchemaNode.builder("key", FieldType.INTEGER).build();
    } else if (group.names().length == 0) {
      key = nodeOf("key", exprs.compile(formulas.getFirst(), names, site).type());
    } else {
      List<SchemaNode> members = new ArrayList<>();
      for (int i = 0; i < group.names().length; i++) {
        ValueType type = exprs.compile(formulas.get(i), names, site).type();
        members.add(nodeOf(group.names()[i], type));
      }
      key = SchemaNode.builder("key", FieldType.OBJECT).children(members).build();
    }
    SchemaNode items =
        SchemaNode.builder("items", FieldType.ARRAY).item(nodeOf("items", item)).build();
    return SchemaNode.builder(name, FieldType.OBJECT).children(List.of(key, items)).build();
  }

  private static SchemaNode nodeOf(String name, ValueType type) {
    if (type.node() != null) {
      return type.node();
    }
    return switch (type.type()) {
      case ARRAY ->
          SchemaNode.builder(name, FieldType.ARRAY).item(nodeOf(name, type.itemOrAny())).build();
      case OBJECT, ANY -> SchemaNode.any(name);
      case STRING, INTEGER, DECIMAL, BOOLEAN, DATE, TIME, DATETIME, BINARY ->
          SchemaNode.builder(name, type.type()).nullable(true).build();
    };
  }
}
