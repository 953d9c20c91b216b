package fieldloom.engine.internal;

import fieldloom.engine.CompiledMapping;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps records that have been read to records that will be written. */
final class DirectRecords extends Direct implements CompiledMapping.RecordsRun {
  private static final int FIRST = 8;

  /** Where the fields that the code reads were in the last object, by the number of the place. */
  private final int[] found;

  /** Names of these fields, as the last objects had them: readers have one text for one name. */
  private final String[] names;

  private @Nullable Object[] around = new Object[FIRST];
  private int opened;
  private Object source = Absent.ABSENT;
  private Obj object = new Obj();
  private List<Object> list = List.of();

  DirectRecords(DirectPlan plan, Frame frame) {
    super(plan, frame);
    this.found = new int[plan.sites().length];
    this.names = plan.sites().clone();
  }

  @Override
  public @Nullable Object map(Object record, long number) {
    source = record;
    opened = 0;
    List<Object> made = new ArrayList<>(1);
    list = made;
    return record(number) ? made.getFirst() : null;
  }

  @Override
  void begin(int driverSlot) {
    frame.slots[driverSlot] = source;
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

  private void push(Object outer) {
    if (opened == around.length) {
      around = Arrays.copyOf(around, opened * 2);
    }
    around[opened++] = outer;
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

  private Object popped() {
    Object outer = around[--opened];
    if (outer == null) {
      throw new IllegalStateException("an object is closed that was not opened");
    }
    return outer;
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
