package fieldloom.ui.table;

import fieldloom.ui.kit.Texts;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Orders rows by what stands in a column. */
final class RowOrder {
  private final BiFunction<Row, Column, String> texts;

  /**
   * @param texts what a cell reads
   */
  RowOrder(BiFunction<Row, Column, String> texts) {
    this.texts = texts;
  }

  /**
   * The order of the rows as they are now. Equal cells stay in the order of the schema; empty ones
   * go last.
   */
  Comparator<Row> by(Column column, boolean descending) {
    if (column == Column.NUMBER) {
      Comparator<Row> numbers = Comparator.comparingInt(Row::number);
      return descending ? numbers.reversed() : numbers;
    }
    Collator collator = Collator.getInstance(Texts.language().locale());
    // A cell is read once and not at each comparison.
    Map<Row, String> read = new IdentityHashMap<>();
    return (a, b) -> {
      String one = read.computeIfAbsent(a, row -> texts.apply(row, column));
      String other = read.computeIfAbsent(b, row -> texts.apply(row, column));
      if (one.isEmpty() || other.isEmpty()) {
        return Boolean.compare(one.isEmpty(), other.isEmpty());
      }
      int order =
          isNumber(one) && isNumber(other)
              ? new BigDecimal(one).compareTo(new BigDecimal(other))
              : collator.compare(one, other);
      return descending ? -order : order;
    };
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d{1,60}(\\.\\d{1,60})?");
  }
}
