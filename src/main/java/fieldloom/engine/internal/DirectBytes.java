package fieldloom.engine.internal;

import fieldloom.engine.CompiledMapping;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.payload.json.tape.JsonOut;
import fieldloom.payload.json.tape.Tape;
import fieldloom.payload.json.tape.TapeReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Maps records from the bytes of JSON to the bytes of JSON. Fields passed on are copied. */
final class DirectBytes extends Direct implements CompiledMapping.BytesRun {
  final Tape tape;

  /** Objects on the tape by the slot of their alias; 0 where it has none now. */
  final int[] at;

  private final TapeReader reader;
  private final int[] tapeSlots;
  private final int[] bound;
  private final String[] targets;
  private JsonOut out = new JsonOut();
  private int root;

  /** Targets of the records that were written, and where each ends. */
  private int[] made = new int[2];

  private int ends;
  private int target;

  /** Where the first of them begins, and the one that is being written. */
  private int first;

  private int start;

  DirectBytes(DirectPlan plan, Frame frame) {
    super(plan, frame);
    this.reader = new TapeReader(plan.shape());
    this.tape = reader.tape();
    this.at = new int[frame.slots.length];
    this.bound = new int[at.length];
    this.tapeSlots = plan.directSlots();
    this.targets =
        Arrays.stream(plan.targets()).map(DirectPlan.Target::name).toArray(String[]::new);
  }

  @Override
  public boolean map(byte[] bytes, int from, int to, long number, JsonOut into) {
    root = reader.read(bytes, from, to);
    if (root == 0) {
      return false;
    }
    out = into;
    start = into.length();
    ends = 0;
    int before = start;
    if (!record(number)) {
      into.back(before);
      return false;
    }
    first = before;
    return true;
  }

  @Override
  public void made(Made taker) {
    int from = first;
    for (int i = 0; i < ends; i += 2) {
      taker.record(targets[made[i]], from, made[i + 1]);
      from = made[i + 1];
    }
  }

  @Override
  void begin(int driverSlot) {
    Arrays.fill(at, 0);
    Arrays.fill(bound, -1);
    at[driverSlot] = root;
  }

  @Override
  Around around() {
    // The interpreter has just been given the values of all places.
    return new Around(frame.slots.clone(), at.clone());
  }

  @Override
  void restore(Around before) {
    System.arraycopy(before.values(), 0, frame.slots, 0, frame.slots.length);
    System.arraycopy(before.places(), 0, at, 0, at.length);
    System.arraycopy(before.places(), 0, bound, 0, bound.length);
  }

  // --- what is read

  static int place(int object, int field) {
    return Tape.place(object, field);
  }

  /** The object at a place; an empty one where there is none. */
  int inner(int place) {
    int kind = tape.kind(place);
    if (kind == Tape.LIST) {
      throw Odd.ODD;
    }
    return tape.object(place, kind);
  }

  Object text(int place, Navigation as) {
    return switch (tape.kind(place)) {
      case Tape.TEXT, Tape.ESCAPED, Tape.NULL, Tape.ABSENT -> tape.value(place);
      default -> as.read(tape.value(place), frame);
    };
  }

  Object number(int place, Navigation as) {
    return switch (tape.kind(place)) {
      case Tape.WHOLE, Tape.POINT, Tape.NUMBER, Tape.NULL, Tape.ABSENT -> tape.value(place);
      default -> as.read(tape.value(place), frame);
    };
  }

  Object other(int place, Navigation as) {
    return as.read(tape.value(place), frame);
  }

  /** A value as it stands. */
  Object raw(int place) {
    return tape.value(place);
  }

  /** The values of a field of all items of a list. */
  Object list(int place, int[] path, Navigation as) {
    int kind = tape.kind(place);
    if (kind == Tape.ABSENT || kind == Tape.NULL) {
      return tape.value(place);
    }
    int item = tape.first(place);
    if (item < 0) {
      throw Odd.ODD;
    }
    List<Object> values = new ArrayList<>();
    for (; item != 0; item = tape.next(item)) {
      int object = item;
      for (int i = 0; i < path.length - 1; i++) {
        object = inner(place(object, path[i]));
      }
      values.add(other(place(object, path[path.length - 1]), as));
    }
    return values;
  }

  /** The object of an alias. */
  Object whole(int slot) {
    int object = at[slot];
    return object == 0 ? Absent.ABSENT : tape.record(object);
  }

  @Override
  void bind() {
    for (int slot : tapeSlots) {
      if (bound[slot] != at[slot]) {
        bound[slot] = at[slot];
        frame.slots[slot] = whole(slot);
      }
    }
  }

  /** The items of the list at a place. */
  DirectRows items(int place) {
    switch (tape.kind(place)) {
      case Tape.ABSENT -> {
        return DirectRows.none(DirectRows.State.ABSENT);
      }
      case Tape.NULL -> {
        return DirectRows.none(DirectRows.State.NULL);
      }
      default -> {
        int item = tape.first(place);
        if (item < 0) {
          throw Odd.ODD;
        }
        DirectRows rows = DirectRows.onTape();
        for (; item != 0; item = tape.next(item)) {
          rows.add(item);
        }
        return rows;
      }
    }
  }

  @Override
  void item(DirectRows rows, int row, int slot) {
    at[slot] = rows.object(row);
  }

  // --- what is written

  @Override
  void target(int number) {
    target = number;
  }

  @Override
  void ended() {
    if (out.length() == start) {
      return;
    }
    if (ends == made.length) {
      made = Arrays.copyOf(made, ends * 2);
    }
    made[ends++] = target;
    made[ends++] = out.length();
    start = out.length();
  }

  /** Passes a field on, its bytes as they are where that is what the target would hold. */
  int link(int place, DirectLink link) {
    int kind = tape.kind(place);
    if ((link.asItStands() >> kind & 1) != 0) {
      int start = tape.start(place);
      int end = tape.end(place);
      if (kind == Tape.TEXT) {
        if (end - start > link.maxLength()) {
          checkLength(start, end, link.maxLength());
        }
        out.quoted(link.name().json(), tape.bytes(), start, end);
      } else {
        out.raw(link.name().json());
        out.raw(tape.bytes(), start, end);
      }
      return WRITTEN;
    }
    return write(converted(tape.value(place), link.rule()), link.name(), link.nullable());
  }

  private void checkLength(int start, int end, int most) {
    int characters = 0;
    byte[] bytes = tape.bytes();
    for (int i = start; i < end; i++) {
      characters += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
    }
    if (characters > most) {
      throw Odd.ODD;
    }
  }

  @Override
  int write(Object value, DirectName name, boolean nullable) {
    if (value == Absent.ABSENT) {
      return 0;
    }
    if (value == Null.NULL && !nullable) {
      throw Odd.ODD;
    }
    out.raw(name.json());
    if (value instanceof String text) {
      out.text(text);
    } else if (value instanceof Num number) {
      out.number(number);
    } else {
      out.value(value);
    }
    return WRITTEN;
  }

  @Override
  long open(DirectName name, int parts) {
    long before = out.length();
    out.raw(name.json());
    return before << Integer.SIZE | out.length();
  }

  @Override
  int close(long opened, DirectName name, int flags, boolean always) {
    if ((flags & WRITTEN) == 0 && !always) {
      out.back((int) (opened >>> Integer.SIZE));
      return 0;
    }
    if ((flags & MISSING) != 0) {
      throw Odd.ODD;
    }
    end((int) opened, '{', '}');
    return WRITTEN;
  }

  @Override
  long openList(DirectName name) {
    out.raw(name.json());
    return out.length();
  }

  @Override
  int closeList(long opened, DirectName name) {
    end((int) opened, '[', ']');
    return WRITTEN;
  }

  private void end(int start, char begins, char ends) {
    if (out.length() == start) {
      out.ascii(begins);
    } else {
      out.replace(start, begins);
    }
    out.ascii(ends);
  }

  @Override
  int defaulted(int flags, DirectName.Default fallback) {
    if (flags == 0) {
      out.raw(fallback.json());
    }
    return flags;
  }
}
