package fieldloom.engine.internal;

import fieldloom.engine.FieldFailure;
import fieldloom.function.CallContext;
import fieldloom.function.DatabaseLookup;
import fieldloom.function.Sequences;
import fieldloom.function.ValueException;
import fieldloom.model.value.Absent;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What changes while one record is mapped. Used by one thread. */
final class Frame implements CallContext {
  final RunData run;

  /** Values of aliases, lambda parameters and the like, by the number the compiler gave them. */
  final Object[] slots;

  /** Values of variables; null where not computed yet. */
  final @Nullable Object[] variables;

  final List<FieldFailure> failures = new ArrayList<>();
  final List<Reject> rejects = new ArrayList<>();

  /** Takes down what traced rules do; null where none is. */
  @Nullable Recorder recorder;

  /** What this thread has asked the run for already. */
  private final Map<Object, Object> indexes = new IdentityHashMap<>();

  /** The target record or item whose rules are being computed; null outside of them. */
  @Nullable Scope scope;

  /** Calls of function values that are under way, each within the one before. */
  private int calls;

  /** Steps taken within the outermost of them. */
  private long steps;

  long position;
  long recordNumber;

  /**
   * An item that an inner join dropped.
   *
   * @param around the target record or item whose loop dropped it
   */
  record Reject(String target, @Nullable Scope around, int[] slots, Object[] values) {}

  Frame(RunData run, int slots, int variables) {
    this.run = run;
    this.slots = new Object[slots];
    this.variables = new Object[variables];
    clear();
  }

  void clear() {
    Arrays.fill(slots, Absent.ABSENT);
    Arrays.fill(variables, null);
    failures.clear();
    rejects.clear();
    position = 0;
    scope = null;
    if (recorder != null) {
      recorder.clear();
    }
  }

  /**
   * Calls a function value, and counts what is done within the outermost call, so that no formula
   * works for hours.
   *
   * @throws ValueException where it has taken too many steps
   */
  Object call(Expr body) {
    calls++;
    try {
      spend(1);
      return body.eval(this);
    } finally {
      calls--;
    }
  }

  /** A function is about to be called that calls function values over and over. */
  void begin() {
    if (calls == 0) {
      steps = 0;
    }
  }

  /** Counts a list that was made. */
  void made(int items) {
    if (calls > 0) {
      spend(items);
    }
  }

  private void spend(int more) {
    steps += more;
    if (steps > run.maxSteps) {
      throw new ValueException(
          "too-much-work",
          "This takes more than %,d steps: let it go through fewer items.".formatted(run.maxSteps));
    }
  }

  /** The index of a join or a lookup, which holds for the whole run. */
  Object index(Object of, Supplier<Object> make) {
    Object known = indexes.get(of);
    if (known == null) {
      known = run.index(of, make);
      indexes.put(of, known);
    }
    return known;
  }

  /** Makes an item's aliases and position the current ones. */
  void enter(@Nullable Scope next) {
    if (scope == next) {
      return;
    }
    scope = next;
    if (next instanceof ItemScope item) {
      item.bind(this);
    } else {
      position = 0;
    }
  }

  @Override
  public ZonedDateTime now() {
    return run.now;
  }

  @Override
  public ZoneId zone() {
    return run.zone;
  }

  @Override
  public Locale locale() {
    return run.locale;
  }

  @Override
  public String runId() {
    return run.id;
  }

  @Override
  public long recordNumber() {
    return recordNumber;
  }

  @Override
  public String sourceName() {
    return run.driver;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public Sequences sequences() {
    return run.ports.sequences();
  }

  @Override
  public DatabaseLookup databases() {
    return run.ports.databases();
  }

  @Override
  public @Nullable LookupTable table(String name) {
    LookupTable table = run.tables.get(name);
    return table == null || recorder == null ? table : new WatchedTable(table, recorder);
  }
}
