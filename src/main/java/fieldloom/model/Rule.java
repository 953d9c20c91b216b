package fieldloom.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What fills one target field. Paths and formulas are kept as written, valid or not: the compiler
 * says what is wrong with them.
 *
 * @param to the target field: {@code FEntity[].FAmount}; {@code []} for the target's records
 * @param from a plain link: a source path; null where there is none
 * @param formula computes the value; null where nothing is computed
 * @param each builds the items of an array; null where the rule is no loop
 * @param when the field is written only where this formula is true; null where always
 * @param in the alias of the loop the rule belongs to; null where it follows from the rule
 * @param target the further target the rule writes; null for the main one
 * @param defaultValue the value of a field that stays absent; null where there is none
 * @param extras members this version does not know
 */
public record Rule(
    String to,
    @Nullable String from,
    @Nullable String formula,
    @Nullable Each each,
    @Nullable String when,
    @Nullable String in,
    @Nullable String target,
    @Nullable JsonNode defaultValue,
    Extras extras) {

  /** What {@code to} says where the rule makes the records of a target rather than a field. */
  public static final String RECORDS = "[]";

  /** Whether the rule makes the target's records: one for each item of its list. */
  public boolean makesRecords() {
    return to.strip().equals(RECORDS);
  }

  /** A plain link. */
  public static Rule link(String to, String from) {
    return new Rule(to, from, null, null, null, null, null, null, Extras.NONE);
  }

  /** A computed field. */
  public static Rule formula(String to, String formula) {
    return new Rule(to, null, formula, null, null, null, null, null, Extras.NONE);
  }

  /** A loop. */
  public static Rule each(String to, Each each) {
    return new Rule(to, null, null, each, null, null, null, null, Extras.NONE);
  }

  public Rule withFrom(@Nullable String value) {
    return new Rule(to, value, formula, each, when, in, target, defaultValue, extras);
  }

  public Rule withFormula(@Nullable String value) {
    return new Rule(to, from, value, each, when, in, target, defaultValue, extras);
  }

  public Rule withEach(@Nullable Each value) {
    return new Rule(to, from, formula, value, when, in, target, defaultValue, extras);
  }

  public Rule withWhen(@Nullable String value) {
    return new Rule(to, from, formula, each, value, in, target, defaultValue, extras);
  }

  public Rule withIn(@Nullable String value) {
    return new Rule(to, from, formula, each, when, value, target, defaultValue, extras);
  }

  public Rule withDefault(@Nullable JsonNode value) {
    return new Rule(to, from, formula, each, when, in, target, value, extras);
  }

  public Rule withExtras(Extras value) {
    return new Rule(to, from, formula, each, when, in, target, defaultValue, value);
  }

  /** The text that computes the value, from a link or a formula; null where neither is there. */
  public @Nullable String expression() {
    return formula != null ? formula : from;
  }
}
