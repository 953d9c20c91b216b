package fieldloom.engine;

import fieldloom.model.formula.Formula;
import org.jspecify.annotations.Nullable;

/**
 * Why a target field got no value.
 *
 * @param target path with items counted from 1: {@code items[2].qty}
 * @param rule index of the rule in the mapping from 0; -1 where none is at fault
 * @param position where in the formula; null for a plain link
 * @param code stable and short
 * @param message one sentence
 */
public record FieldFailure(
    String target, int rule, Formula.@Nullable Pos position, String code, String message) {}
