package fieldloom.engine.internal;

import fieldloom.model.SchemaNode;

/** A field of a target as the plan fills it. */
abstract sealed class TargetNode permits ValueNode, ObjectNode, ArrayNode {
  /** Path from the record or the item that holds the field; empty for these themselves. */
  final String path;

  final SchemaNode schema;

  TargetNode(String path, SchemaNode schema) {
    this.path = path;
    this.schema = schema;
  }

  /**
   * The field's value; absent where it has none.
   *
   * @throws RuleFailure where a rule fails and the run stops at a record's first failure
   */
  abstract Object assemble(Scope scope, Frame frame);

  /** Numbers of all rules at and below the field. */
  abstract void rules(java.util.Set<Integer> into);
}
