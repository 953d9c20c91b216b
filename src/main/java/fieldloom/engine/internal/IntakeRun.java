package fieldloom.engine.internal;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.internal.GroupPlan.Kind;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.RecordReader.InputRecord;
import fieldloom.payload.RecordReader.Misfit;
import fieldloom.spill.SpillRoom;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Chooses and groups the records of the driving source, one after the other. */
final class IntakeRun implements CompiledMapping.Intake {
  private final IntakePlan plan;
  private final Frame frame;
  private final @Nullable KeyedRecords keyed;
  private List<Taken> open = new ArrayList<>();
  private @Nullable Object openKey;
  private Object shownKey = Num.of(1);
  private long groups;
  private int size;

  IntakeRun(IntakePlan plan, Frame frame, SpillRoom room) {
    this.plan = plan;
    this.frame = frame;
    GroupPlan group = plan.group();
    this.keyed =
        group != null && group.kind() == Kind.KEY ? new KeyedRecords(this::key, room) : null;
  }

  @Override
  public List<Taken> take(InputRecord record, long number) {
    bind(record.value(), number);
    if (plan.where() != null && !Coercion.holds(plan.where().eval(frame))) {
      return List.of();
    }
    Taken taken = new Taken(record, number);
    GroupPlan group = plan.group();
    if (group == null) {
      return List.of(taken);
    }
    return switch (group.kind()) {
      case KEY -> {
        Objects.requireNonNull(keyed).add(taken, Keys.of(group.by(), frame));
        yield List.of();
      }
      case ADJACENT -> adjacent(group, taken);
      case STARTING_WITH -> startingWith(group, taken);
      case BLOCKS -> block(group, taken);
    };
  }

  private void bind(Object value, long number) {
    frame.clear();
    frame.recordNumber = number;
    frame.slots[plan.slot()] = value;
  }

  /** What a record is grouped by. */
  private Object key(Object value, long number) {
    bind(value, number);
    return Keys.of(Objects.requireNonNull(plan.group()).by(), frame);
  }

  private List<Taken> adjacent(GroupPlan group, Taken taken) {
    Object key = Keys.of(group.by(), frame);
    Object shown = group.key(frame);
    List<Taken> closed = key.equals(openKey) ? List.of() : close();
    openKey = key;
    if (open.isEmpty()) {
      shownKey = shown;
    }
    open.add(taken);
    return closed;
  }

  private List<Taken> startingWith(GroupPlan group, Taken taken) {
    boolean starts = Coercion.holds(group.by()[0].eval(frame));
    List<Taken> closed = starts ? close() : List.of();
    add(taken);
    return closed;
  }

  private List<Taken> block(GroupPlan group, Taken taken) {
    if (size == 0) {
      size = group.size(frame);
    }
    add(taken);
    return open.size() == size ? close() : List.of();
  }

  private void add(Taken taken) {
    if (open.isEmpty()) {
      shownKey = Num.of(++groups);
    }
    open.add(taken);
  }

  private List<Taken> close() {
    if (open.isEmpty()) {
      return List.of();
    }
    List<Taken> records = open;
    open = new ArrayList<>();
    return List.of(group(shownKey, records));
  }

  private static Taken group(Object key, List<Taken> records) {
    List<Object> items = new ArrayList<>(records.size());
    List<Misfit> misfits = new ArrayList<>();
    for (Taken taken : records) {
      items.add(taken.record().value());
      misfits.addAll(taken.record().misfits());
    }
    Taken first = records.getFirst();
    Obj group = new Obj().put("key", key).put("items", items);
    return new Taken(new InputRecord(group, first.record().line(), misfits), first.number());
  }

  @Override
  public Iterator<Taken> rest() {
    if (keyed == null) {
      return close().iterator();
    }
    Iterator<List<Taken>> all = keyed.groups();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public Taken next() {
        List<Taken> records = all.next();
        Taken first = records.getFirst();
        bind(first.record().value(), first.number());
        return group(Objects.requireNonNull(plan.group()).key(frame), records);
      }
    };
  }
}
