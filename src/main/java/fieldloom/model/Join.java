package fieldloom.model;

import org.jspecify.annotations.Nullable;

/**
 * A join of a loop's items with a list.
 *
 * @param with the list, a formula: {@code stock.rows[]}
 * @param as the alias of a joined item
 * @param on when two items belong together, a formula
 * @param kind {@code inner} or {@code left}; null means inner
 * @param match {@code all}, {@code first} or {@code unique}; null means all
 * @param rejects the target that takes the items an inner join drops; null where none does
 */
public record Join(
    String with,
    String as,
    String on,
    @Nullable String kind,
    @Nullable String match,
    @Nullable String rejects,
    Extras extras) {

  public Join(String with, String as, String on, @Nullable String kind) {
    this(with, as, on, kind, null, null, Extras.NONE);
  }
}
