package fieldloom.engine.internal;

import fieldloom.model.formula.Formula.Pos;
import org.jspecify.annotations.Nullable;

/**
 * A rule ready to compute its field.
 *
 * @param rule index in the mapping
 * @param when null where the field is always written
 * @param convert to the target's type
 * @param fallback the rule's default; absent where it has none
 * @param start where failures without a place of their own are; null for a plain link
 */
record RuleExec(
    int rule,
    Expr value,
    @Nullable Expr when,
    TargetConverter convert,
    Object fallback,
    @Nullable Pos start) {}
