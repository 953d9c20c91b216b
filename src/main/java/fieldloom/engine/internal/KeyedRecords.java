package fieldloom.engine.internal;

import fieldloom.engine.CompiledMapping.Intake.Taken;
import fieldloom.model.value.Num;
import fieldloom.payload.RecordReader.InputRecord;
import fieldloom.payload.RecordReader.Misfit;
import fieldloom.spill.RecordWeight;
import fieldloom.spill.SpillRoom;
import fieldloom.spill.SpilledIndex;
import fieldloom.spill.SpilledRows;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records that wait for all others of their key: in memory as long as there is room, then on disk.
 * Groups come in the order of their first records, either way.
 */
final class KeyedRecords {
  private final Key keys;
  private final SpillRoom room;
  private final Map<Object, List<Taken>> inMemory = new LinkedHashMap<>();
  private List<Taken> inOrder = new ArrayList<>();
  private long weight;
  private @Nullable SpilledRows rows;
  private @Nullable SpilledIndex index;

  /** What a record is grouped by. */
  interface Key {
    Object of(Object record, long number);
  }

  KeyedRecords(Key keys, SpillRoom room) {
    this.keys = keys;
    this.room = room;
  }

  void add(Taken taken, Object key) {
    if (rows == null) {
      long more = RecordWeight.INDEXED + RecordWeight.of(taken.record().value());
      if (room.take(more)) {
        weight += more;
        inMemory.computeIfAbsent(key, k -> new ArrayList<>(2)).add(taken);
        inOrder.add(taken);
        return;
      }
      spill();
    }
    put(taken, key);
  }

  private void spill() {
    rows = room.rows();
    index = rows.index();
    inMemory.clear();
    for (Taken taken : inOrder) {
      put(taken, keys.of(taken.record().value(), taken.number()));
    }
    inOrder = new ArrayList<>();
    room.give(weight);
  }

  private void put(Taken taken, Object key) {
    SpilledRows to = Objects.requireNonNull(rows);
    Objects.requireNonNull(index).add(key.hashCode(), to.size());
    InputRecord record = taken.record();
    List<Object> misfits = new ArrayList<>();
    for (Misfit misfit : record.misfits()) {
      misfits.add(misfit.text());
      misfits.add(misfit.place());
    }
    boolean added =
        to.add(List.of(record.value(), Num.of(record.line()), Num.of(taken.number()), misfits));
    assert added;
  }

  private static Taken taken(Object row) {
    List<?> parts = (List<?>) row;
    List<?> texts = (List<?>) parts.get(3);
    List<Misfit> misfits = new ArrayList<>();
    for (int i = 0; i < texts.size(); i += 2) {
      misfits.add(new Misfit((String) texts.get(i), (String) texts.get(i + 1)));
    }
    InputRecord record = new InputRecord(parts.get(0), number(parts.get(1)), misfits);
    return new Taken(record, number(parts.get(2)));
  }

  private static long number(Object value) {
    return ((Num) value).value().longValueExact();
  }

  /** The records of each key. */
  Iterator<List<Taken>> groups() {
    SpilledRows all = rows;
    if (all == null) {
      inOrder = new ArrayList<>();
      return inMemory.values().iterator();
    }
    return new Spilled(all, Objects.requireNonNull(index).seal());
  }

  /** Goes over the records on disk; each that is no earlier one's partner opens a group. */
  private final class Spilled implements Iterator<List<Taken>> {
    private final SpilledRows all;
    private final SpilledIndex byKey;
    private final Iterator<Object> inTurn;
    private final BitSet done = new BitSet();
    private int row;
    private @Nullable Taken first;

    Spilled(SpilledRows all, SpilledIndex byKey) {
      this.all = all;
      this.byKey = byKey;
      this.inTurn = all.iterator();
    }

    @Override
    public boolean hasNext() {
      while (first == null && inTurn.hasNext()) {
        Object next = inTurn.next();
        first = done.get(row++) ? null : taken(next);
      }
      return first != null;
    }

    @Override
    public List<Taken> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Taken opening = Objects.requireNonNull(first);
      first = null;
      Object key = keys.of(opening.record().value(), opening.number());
      List<Taken> group = new ArrayList<>(List.of(opening));
      for (int other : byKey.rows(key.hashCode())) {
        if (other >= row && !done.get(other)) {
          Taken candidate = taken(all.get(other));
          if (key.equals(keys.of(candidate.record().value(), candidate.number()))) {
            group.add(candidate);
            done.set(other);
          }
        }
      }
      return group;
    }
  }
}
