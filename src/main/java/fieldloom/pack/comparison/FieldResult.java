package fieldloom.pack.comparison;

import fieldloom.model.value.Absent;
import fieldloom.payload.JsonValues;

/**
 * How one field came out: what was expected, what came, and how the two stand to each other.
 *
 * @param at number of the place in the comparison, by which {@link Comparison#merged} is told of it
 * @param target name of the target
 * @param record number of the record from 1: of what came, of what was expected where none came
 * @param path items counted from 1, {@code items[2].qty}; "" for the record itself
 * @param field the path without numbers, as rules name it: {@code items[].qty}
 * @param expected the value; absent where the field should not be there
 * @param actual the value; absent where the field is not there
 * @param from of what is reordered, its number in the expected list, from 1; else 0
 * @param to of what is reordered, its number in the list that came, from 1; else 0
 */
public record FieldResult(
    int at,
    String target,
    long record,
    String path,
    String field,
    Kind kind,
    Object expected,
    Object actual,
    int from,
    int to) {

  /** How what was expected and what came stand to each other. */
  public enum Kind {
    EQUAL,
    /** The same number written otherwise, as 13 and 13.00. */
    EQUAL_BY_VALUE,
    IGNORED,
    CHANGED,
    /** It came, and was not expected. */
    ADDED,
    /** It was expected, and did not come. */
    MISSING,
    /** An item of a list that stands elsewhere in it. */
    REORDERED;

    /** Whether it makes a test fail. */
    public boolean differs() {
      return this != EQUAL && this != EQUAL_BY_VALUE && this != IGNORED;
    }
  }

  /** The expected value as JSON; {@code absent} where there is none. */
  public String expectedText() {
    return text(expected);
  }

  /** The value that came as JSON; {@code absent} where there is none. */
  public String actualText() {
    return text(actual);
  }

  private static String text(Object value) {
    return value == Absent.ABSENT ? "absent" : JsonValues.toJson(value);
  }
}
