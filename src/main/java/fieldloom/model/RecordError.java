package fieldloom.model;

import org.jspecify.annotations.Nullable;

/**
 * Why one record failed in a run.
 *
 * @param record number of the record from 1
 * @param at where it is in the input: {@code line 12}
 * @param target the target field, items counted from 1: {@code items[2].qty}; null where the record
 *     could not be read
 * @param formula {@code line:column} in the formula; null for a plain link and where nothing was
 *     computed
 * @param code stable and short: {@code not-a-number}
 * @param message one sentence
 * @param input the record as JSON; null where it could not be read
 */
public record RecordError(
    long record,
    String at,
    @Nullable String target,
    @Nullable String formula,
    String code,
    String message,
    @Nullable String input) {
  /** The same with another record. */
  public RecordError withInput(String json) {
    return new RecordError(record, at, target, formula, code, message, json);
  }
}
