package fieldloom.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loop: one target item for each source item. Formulas are kept as written, valid or not.
 *
 * @param over the list, a formula: {@code order.lines[]}
 * @param as the alias of an item; null where the rules need none
 * @param join joins, in order
 * @param where which items stay; null where all do
 * @param distinct null where equal items all stay; an empty list compares whole items
 * @param groupBy null where items are not grouped
 * @param group {@code key}, {@code adjacent}, {@code startingWith} or {@code blocks}; null is key
 * @param orderBy sort keys, the first weighing most
 */
public record Each(
    String over,
    @Nullable String as,
    List<Join> join,
    @Nullable String where,
    @Nullable List<String> distinct,
    @Nullable GroupBy groupBy,
    @Nullable String group,
    List<OrderBy> orderBy) {

  public Each {
    join = List.copyOf(join);
    orderBy = List.copyOf(orderBy);
    distinct = distinct == null ? null : List.copyOf(distinct);
  }

  public Each(String over, @Nullable String as) {
    this(over, as, List.of(), null, null, null, null, List.of());
  }

  public Each withAs(@Nullable String value) {
    return new Each(over, value, join, where, distinct, groupBy, group, orderBy);
  }

  public Each withWhere(@Nullable String value) {
    return new Each(over, as, join, value, distinct, groupBy, group, orderBy);
  }

  public Each withOrderBy(List<OrderBy> value) {
    return new Each(over, as, join, where, distinct, groupBy, group, value);
  }

  public Each withGroupBy(@Nullable GroupBy by, @Nullable String kind) {
    return new Each(over, as, join, where, distinct, by, kind, orderBy);
  }

  public Each withJoin(List<Join> value) {
    return new Each(over, as, value, where, distinct, groupBy, group, orderBy);
  }

  /**
   * A sort key.
   *
   * @param by a formula
   * @param locale a BCP 47 tag by whose rules text is sorted; null sorts by code point
   */
  public record OrderBy(String by, boolean descending, @Nullable String locale, Extras extras) {
    public OrderBy(String by, boolean descending) {
      this(by, descending, null, Extras.NONE);
    }
  }

  /**
   * What groups.
   *
   * @param keys the formulas
   * @param single whether the key is the value of the one formula; else it is an object with a
   *     member for each
   */
  public record GroupBy(List<Key> keys, boolean single) {
    public GroupBy {
      keys = List.copyOf(keys);
    }

    /** One formula, and the name of its value in the key; null names it by its path. */
    public record Key(String by, @Nullable String as, Extras extras) {
      public Key(String by, @Nullable String as) {
        this(by, as, Extras.NONE);
      }
    }

    public static GroupBy of(String formula) {
      return new GroupBy(List.of(new Key(formula, null)), true);
    }
  }
}
