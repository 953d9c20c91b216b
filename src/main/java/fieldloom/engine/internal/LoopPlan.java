package fieldloom.engine.internal;

import fieldloom.function.ValueException;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A loop ready to run: join, where, distinct, group, order, in this order. A row is a value for
 * each of its aliases.
 *
 * @param over the list
 * @param slots of the alias and of the joined aliases
 * @param distinct null where equal rows all stay; empty compares whole rows
 * @param watch takes down how rows come to be; null where nobody wants to know
 */
record LoopPlan(
    Expr over,
    int[] slots,
    List<JoinPlan> joins,
    @Nullable Expr where,
    Expr @Nullable [] distinct,
    @Nullable GroupPlan group,
    @Nullable OrderPlan order,
    @Nullable LoopWatch watch) {

  /** All formulas of the loop. */
  List<Expr> exprs() {
    List<Expr> all = new ArrayList<>(List.of(over));
    for (JoinPlan join : joins) {
      all.addAll(join.exprs());
    }
    if (where != null) {
      all.add(where);
    }
    if (distinct != null) {
      all.addAll(List.of(distinct));
    }
    if (group != null) {
      all.addAll(List.of(group.by()));
    }
    if (order != null) {
      for (OrderPlan.Key key : order.keys()) {
        all.add(key.by());
      }
    }
    return all;
  }

  /** The rows; {@link Absent#ABSENT} or {@link Null#NULL} where the list is that. */
  Object rows(Frame frame) {
    long before = frame.position;
    try {
      return compute(frame);
    } finally {
      frame.position = before;
    }
  }

  private Object compute(Frame frame) {
    Object list = over.eval(frame);
    if (list == Absent.ABSENT || list == Null.NULL) {
      return list;
    }
    List<?> items = list instanceof List<?> l ? l : List.of(list);
    List<Object[]> rows = new ArrayList<>(items.size());
    for (Object item : items) {
      // A list keeps the places of what is absent; nothing is built of it.
      if (item != Absent.ABSENT) {
        Object[] row = new Object[slots.length];
        row[0] = item;
        rows.add(row);
        if (watch != null) {
          watch.begin(row, rows.size(), items.size(), frame);
        }
      }
    }
    for (int i = 0; i < joins.size(); i++) {
      rows = joins.get(i).join(rows, i + 1, this, frame);
    }
    if (where != null) {
      rows = filter(rows, where, frame);
    }
    if (distinct != null) {
      rows = distinct(rows, distinct, frame);
    }
    if (group != null) {
      rows = group.group(rows, this, frame);
    }
    return order == null ? rows : order.sort(rows, this, frame);
  }

  /** Makes a row's values the current ones, up to that many aliases. */
  void bind(Object[] row, int aliases, Frame frame) {
    for (int i = 0; i < aliases; i++) {
      frame.slots[slots[i]] = row[i];
    }
  }

  void bind(Object[] row, Frame frame) {
    bind(row, slots.length, frame);
  }

  private List<Object[]> filter(List<Object[]> rows, Expr condition, Frame frame) {
    List<Object[]> kept = new ArrayList<>(rows.size());
    long position = 0;
    for (Object[] row : rows) {
      bind(row, frame);
      frame.position = ++position;
      boolean holds =
          watch == null
              ? Coercion.holds(condition.eval(frame))
              : watch.holds(row, condition, frame);
      if (holds) {
        kept.add(row);
      }
    }
    return kept;
  }

  private List<Object[]> distinct(List<Object[]> rows, Expr[] by, Frame frame) {
    List<Object[]> kept = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (Object[] row : rows) {
      bind(row, frame);
      if (seen.add(by.length == 0 ? whole(row) : Keys.of(by, frame))) {
        kept.add(row);
      }
    }
    return kept;
  }

  private static Object whole(Object[] row) {
    List<Object> key = new ArrayList<>(row.length);
    for (Object value : row) {
      key.add(Keys.one(value));
    }
    return key;
  }

  /** Fails where a join that must be unique is not. */
  static ValueException notUnique(Object key) {
    return new ValueException(
        "join-not-unique", "The join finds more than one match for " + Coercion.shown(key) + ".");
  }
}
