package fieldloom.engine.internal;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.Outcome;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps records that have been read to records that will be written. */
final class DirectRecords extends Direct implements CompiledMapping.RecordsRun {
  private static final int FIRST = 8;
  private static final int[] NO_PLACES = {};

  /** Where the fields that the code reads were in the last object, by the number of the place. */
  private final int[] found;

  /** Names of these fields, as the last objects had them: readers have one text for one name. */
  private final String[] names;

  private final DirectPlan.Target[] targets;
  private final List<List<Object>> made = new ArrayList<>();
  private @Nullable Object[] outer = new Object[FIRST];
  private int opened;
  private Object source = Absent.ABSENT;
  private Obj object = new Obj();
  private List<Object> list = List.of();

  DirectRecords(DirectPlan plan, Frame frame) {
    super(plan, frame);
    this.found = new int[plan.sites().length];
    this.names = plan.sites().clone();
    this.targets = plan.targets();
  }

  @Override
  public @Nullable Outcome map(Object record, long number) {
    source = record;
    opened = 0;
    made.clear();
    for (int i = 0; i < targets.length; i++) {
      made.add(new ArrayList<>(1));
    }
    return record(number) ? new Outcome(outputs(), List.of()) : null;
  }

  private Map<String, List<Object>> outputs() {
    if (targets.length == 1) {
      return Map.of(targets[0].name(), made.getFirst());
    }
    Map<String, List<Object>> outputs = new LinkedHashMap<>();
    for (int i = 0; i < targets.length; i++) {
      outputs.put(targets[i].name(), made.get(i));
    }
    return outputs;
  }

  @Override
  void begin(int driverSlot) {
    frame.slots[driverSlot] = source;
  }

  @Override
  Around around() {
    return new Around(frame.slots.clone(), NO_PLACES);
  }

  @Override
  void restore(Around before) {
    System.arraycopy(before.values(), 0, frame.slots, 0, frame.slots.length);
  }

  // --- what is read

  /** A field of a value; absent where it is no object. */
  Object member(Object value, int site) {
    if (value instanceof Obj from) {
      int last = found[site];
      return from.isAt(last, names[site]) ? from.value(last) : find(from, site);
    }
    if (value instanceof List) {
      throw Odd.ODD;
    }
    return Absent.ABSENT;
  }

  private Object find(Obj from, int site) {
    int at = from.place(names[site]);
    if (at < 0) {
      return Absent.ABSENT;
    }
    found[site] = at;
    names[site] = from.name(at);
    return from.value(at);
  }

  Object text(Object value, Navigation as) {
    return value instanceof String ? value : as.read(value, frame);
  }

  Object number(Object value, Navigation as) {
    return value instanceof Num ? value : as.read(value, frame);
  }

  Object other(Object value, Navigation as) {
    return as.read(value, frame);
  }

  /** A value as it stands. */
  Object raw(Object value) {
    return value;
  }

  /** The value of an alias. */
  Object whole(int slot) {
    return frame.slots[slot];
  }

  @Override
  void bind() {
    // The interpreter reads the same slots.
  }

  /** The items of a list; a value that is none is its only item. */
  DirectRows items(Object value) {
    if (value == Absent.ABSENT) {
      return DirectRows.none(DirectRows.State.ABSENT);
    }
    if (value == Null.NULL) {
      return DirectRows.none(DirectRows.State.NULL);
    }
    if (!(value instanceof List<?> items)) {
      return DirectRows.ofItems(new Object[] {value}, 1);
    }
    Object[] all = new Object[items.size()];
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      Object item = items.get(i);
      if (item != Absent.ABSENT) {
        all[count++] = item;
      }
    }
    return DirectRows.ofItems(all, count);
  }

  @Override
  void item(DirectRows rows, int row, int slot) {
    frame.slots[slot] = rows.item(row);
  }

  // --- what is written

  @Override
  void target(int number) {
    list = made.get(number);
  }

  @Override
  void ended() {
    // It is in the target's list.
  }

  /** Passes a field on, as it is where that is what the target would hold. */
  int link(Object value, DirectLink link) {
    if (value == Absent.ABSENT) {
      return 0;
    }
    if (link.passes(value)) {
      add(link.name(), value);
      return WRITTEN;
    }
    return write(converted(value, link.rule()), link.name(), link.nullable());
  }

  @Override
  int write(Object value, DirectName name, boolean nullable) {
    if (value == Absent.ABSENT) {
      return 0;
    }
    if (value == Null.NULL && !nullable) {
      throw Odd.ODD;
    }
    add(name, value);
    return WRITTEN;
  }

  private void add(DirectName name, Object value) {
    String field = name.field();
    if (field == null) {
      list.add(value);
    } else {
      object.add(field, value);
    }
  }

  private void push(Object one) {
    if (opened == outer.length) {
      outer = Arrays.copyOf(outer, opened * 2);
    }
    outer[opened++] = one;
  }

  @Override
  long open(DirectName name, int parts) {
    push(object);
    object = new Obj(parts);
    return 0;
  }

  @Override
  int close(long begun, DirectName name, int flags, boolean always) {
    Obj made = object;
    object = (Obj) popped();
    if ((flags & WRITTEN) == 0 && !always) {
      return 0;
    }
    if ((flags & MISSING) != 0) {
      throw Odd.ODD;
    }
    add(name, made);
    return WRITTEN;
  }

  /** Ends the object begun last, whose fields are put over those of another. */
  int closeOver(Object own, DirectName name, ObjectNode node, boolean nullable) {
    Obj parts = object;
    object = (Obj) popped();
    Obj out = new Obj(parts.size());
    if (own instanceof Obj o) {
      o.fields().forEach(out::put);
    }
    parts.fields().forEach(out::put);
    if (out.isEmpty() && !node.always() && !(own instanceof Obj)) {
      return write(own, name, nullable);
    }
    if (node.lacks(out)) {
      throw Odd.ODD;
    }
    add(name, node.withDefaults(out));
    return WRITTEN;
  }

  private Object popped() {
    Object one = outer[--opened];
    if (one == null) {
      throw new IllegalStateException("an object is closed that was not opened");
    }
    return one;
  }

  @Override
  long openList(DirectName name) {
    push(list);
    list = new ArrayList<>();
    return 0;
  }

  @Override
  @SuppressWarnings("unchecked")
  int closeList(long begun, DirectName name) {
    List<Object> made = list;
    list = (List<Object>) popped();
    add(name, made);
    return WRITTEN;
  }

  @Override
  int defaulted(int flags, DirectName.Default fallback) {
    if (flags == 0) {
      add(fallback.name(), fallback.value());
    }
    return flags;
  }
}
