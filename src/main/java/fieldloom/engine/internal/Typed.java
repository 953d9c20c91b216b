package fieldloom.engine.internal;

import fieldloom.function.ValueType;

/**
 * A compiled formula with what is known of its value.
 *
 * @param source where the value is a source field read as it stands: what a plain link passes on
 *     untouched; null where it is computed
 */
record Typed(Expr expr, ValueType type, @org.jspecify.annotations.Nullable RawSource source) {
  Typed(Expr expr, ValueType type) {
    this(expr, type, null);
  }

  /**
   * A source field that can be read raw.
   *
   * @param raw reads it without conversion
   * @param node its schema
   * @param pattern its date pattern; null where it is ISO
   */
  record RawSource(
      Expr raw,
      fieldloom.model.SchemaNode node,
      @org.jspecify.annotations.Nullable String pattern) {}
}
