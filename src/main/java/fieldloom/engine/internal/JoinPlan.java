package fieldloom.engine.internal;

import fieldloom.model.value.Absent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A join ready to run.
 *
 * @param with the list joined
 * @param slot of the joined alias
 * @param outerKeys what equal keys are on the loop's side; empty where there is no equality to
 *     index
 * @param innerKeys the same on the joined side
 * @param equalities all equalities as one condition, for keys that the index cannot decide; null
 *     where there are none
 * @param rest what must hold beyond the equal keys; null where nothing more
 * @param constant whether the list is the same for the whole run, so that its index is kept
 * @param perRow whether the list or its keys hang on the row they are joined to
 * @param left whether an item without a match stays
 * @param match how many matches count
 * @param rejects target of dropped items; null where there is none
 */
record JoinPlan(
    Expr with,
    int slot,
    Expr[] outerKeys,
    Expr[] innerKeys,
    @Nullable Expr equalities,
    @Nullable Expr rest,
    boolean constant,
    boolean perRow,
    boolean left,
    Match match,
    @Nullable String rejects) {

  enum Match {
    ALL,
    FIRST,
    UNIQUE
  }

  /** All formulas of the join. */
  List<Expr> exprs() {
    List<Expr> all = new ArrayList<>(List.of(with));
    all.addAll(List.of(outerKeys));
    all.addAll(List.of(innerKeys));
    if (equalities != null) {
      all.add(equalities);
    }
    if (rest != null) {
      all.add(rest);
    }
    return all;
  }

  /**
   * Joins rows.
   *
   * @param at index of the joined alias among the loop's
   */
  List<Object[]> join(List<Object[]> rows, int at, LoopPlan loop, Frame frame) {
    JoinIndex shared = perRow ? null : index(frame);
    List<Object[]> out = new ArrayList<>(rows.size());
    for (Object[] row : rows) {
      loop.bind(row, at, frame);
      JoinIndex index = shared == null ? index(frame) : shared;
      int found = matches(row, at, loop, index, out, frame);
      if (found == 0) {
        unmatched(row, at, loop, out, frame);
      }
    }
    return out;
  }

  private int matches(
      Object[] row, int at, LoopPlan loop, JoinIndex index, List<Object[]> out, Frame frame) {
    int found = 0;
    List<Object> key = JoinIndex.key(outerKeys, frame);
    boolean decided = index.decides(key);
    for (Object candidate : decided ? index.matching(key, frame) : index.all()) {
      frame.slots[slot] = candidate;
      if (!decided && equalities != null && !Coercion.holds(equalities.eval(frame))) {
        continue;
      }
      if (rest != null && !Coercion.holds(rest.eval(frame))) {
        continue;
      }
      if (++found > 1 && match == Match.UNIQUE) {
        throw LoopPlan.notUnique(key.isEmpty() ? row[0] : key.getFirst());
      }
      Object[] joined = row.clone();
      joined[at] = candidate;
      out.add(joined);
      if (loop.watch() != null) {
        loop.watch().joined(row, joined, at, frame);
      }
      if (match == Match.FIRST) {
        break;
      }
    }
    return found;
  }

  private void unmatched(Object[] row, int at, LoopPlan loop, List<Object[]> out, Frame frame) {
    if (left) {
      Object[] alone = row.clone();
      alone[at] = Absent.ABSENT;
      out.add(alone);
      if (loop.watch() != null) {
        loop.watch().alone(row, alone, at, frame);
      }
    } else if (rejects != null) {
      frame.rejects.add(
          new Frame.Reject(
              rejects, frame.scope, Arrays.copyOf(loop.slots(), at), Arrays.copyOf(row, at)));
    }
  }

  private JoinIndex index(Frame frame) {
    return constant
        ? (JoinIndex)
            frame.index(this, () -> JoinIndex.of(with.eval(frame), innerKeys, slot, frame))
        : JoinIndex.of(with.eval(frame), innerKeys, slot, frame);
  }
}
