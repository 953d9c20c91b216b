package fieldloom.engine.trace;

import fieldloom.engine.Trace;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.formula.Formula;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that happened on the way to a field's value, as people follow it. */
public sealed interface TraceStep {

  /** What a condition is of. */
  enum Part {
    WHERE,
    JOIN,
    WHEN
  }

  /** Why a field has no value. */
  enum Why {
    /** Its condition does not hold. */
    CONDITION,
    /** What it is computed of gives nothing. */
    VALUE
  }

  /**
   * The item of a loop that the field belongs to.
   *
   * @param array the target array: {@code FEntity[]}
   * @param over the list, the item's number in it put in where it is a plain path: {@code
   *     order.lines[1]}
   * @param alias null where the loop has none
   * @param number of the item among those the loop gives, from 1
   * @param among how many the loop gives
   * @param at number of the item in the list, from 1; of a group that of its first
   * @param read how many items the list has
   */
  record Item(
      String array, String over, @Nullable String alias, long number, int among, int at, int read)
      implements TraceStep {}

  /**
   * A condition and what it gave.
   *
   * @param name the alias that is joined; empty for other conditions
   * @param filled the formula with the values put in; empty where a join found nothing
   */
  record Condition(Part part, String name, String formula, String filled, Object value)
      implements TraceStep {}

  /**
   * The group that the item is.
   *
   * @param by the formulas of its key
   * @param items how many it holds
   */
  record Group(String by, Object key, int items) implements TraceStep {}

  /**
   * The row of a lookup table that was found.
   *
   * @param number of the row, from 1
   * @param cells by column, or by the column's number where it has no name
   */
  record Row(String table, Object key, int number, Map<String, Object> cells) implements TraceStep {
    public Row {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
  }

  /**
   * A lookup table has no row for a key.
   *
   * @param otherwise what the table gives instead; null where it was not asked, or that is an error
   */
  record NoRow(String table, Object key, @Nullable Object otherwise) implements TraceStep {}

  /**
   * A function, an operator, or the plain value that the whole formula is.
   *
   * @param at its place in the rule's drawing
   * @param filled the formula with the results of its inputs put in
   * @param value null where it failed
   * @param error why it failed; null where it did not
   * @param first whether it is within an arrow, and this is what the first item gave
   * @param reads target fields that it reads
   */
  record Compute(
      NodePath at,
      Formula formula,
      String filled,
      @Nullable Object value,
      @Nullable String error,
      boolean first,
      List<Trace.Field> reads)
      implements TraceStep {
    public Compute {
      reads = List.copyOf(reads);
    }
  }

  /**
   * A default took the place of a value that is not there.
   *
   * @param ofSchema whether the schema says it, not the rule
   */
  record Default(Object value, boolean ofSchema) implements TraceStep {}

  /**
   * The value went into the field.
   *
   * @param type of the field: {@code decimal(23,2)}
   */
  record Write(String field, String type, Object value) implements TraceStep {}

  /** Nothing went into the field. */
  record Nothing(String field, Why why) implements TraceStep {}

  /**
   * The field got no value because of an error.
   *
   * @param read the field that failed and that this one reads; null where the error is its own
   */
  record Failure(String field, String type, @Nullable String read, String message)
      implements TraceStep {}
}
