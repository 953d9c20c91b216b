package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.SchemaTree;
import fieldloom.model.Table;
import fieldloom.pack.Projects;
import fieldloom.ui.session.SampleChecker.Checked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Maps all records of the sample in the background once the mapping has stayed as it is for a
 * moment, and tells what goes wrong with them. What an edit has overtaken is given up. Its methods
 * and property are of the session's ui thread.
 */
public final class SampleCheck {
  private static final int MOST_RECORDS = 10_000;
  private static final int MOST_TRIED = 200;
  private static final int KEYS_SHOWN = 5;
  private static final Duration REST = Duration.ofMillis(400);

  private final EditorSession session;
  private final Function<Mapping, Projects.Tables> tables;
  private final Executor background;
  private final SessionThreads threads;
  private final AtomicLong newest = new AtomicLong();
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
  private final TablesRead read = new TablesRead();

  /**
   * What was found.
   *
   * @param mapping of which; null before anything was
   * @param unmatched the keys of the sample that no row has, by table
   */
  public record Found(
      @Nullable Mapping mapping, Checked checked, Map<String, List<String>> unmatched) {
    public static final Found NOTHING = new Found(null, Checked.NOTHING, Map.of());

    public Found {
      unmatched = Map.copyOf(unmatched);
    }
  }

  /** Lookup tables are read again only where the mapping has others. */
  private final class TablesRead {
    private @Nullable List<Table> of;
    private Projects.@Nullable Tables last;

    synchronized Projects.Tables get(Mapping mapping) {
      Projects.Tables now = last;
      if (now == null || !mapping.tables().equals(of)) {
        now = tables.apply(mapping);
        last = now;
        of = mapping.tables();
      }
      return now;
    }
  }

  /**
   * Follows a session.
   *
   * @param tables reads the lookup tables of a mapping, those in files too; called in the
   *     background
   * @param background where records are mapped, beside previews
   * @param threads the session's
   */
  public SampleCheck(
      EditorSession session,
      Function<Mapping, Projects.Tables> tables,
      Executor background,
      SessionThreads threads) {
    this.session = session;
    this.tables = tables;
    this.background = background;
    this.threads = threads;
    session.previewProperty().subscribe(preview -> ask());
  }

  /** A thread for each task, which yields to what people wait for. */
  public static Executor ownThread() {
    return task ->
        Thread.ofPlatform()
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .name("fieldloom-check")
            .start(task);
  }

  /** Nothing but the mapping's own tables. */
  public static Projects.Tables ownTables(Mapping mapping) {
    return new Projects.Tables(mapping, Map.of(), List.of());
  }

  private void ask() {
    long mine = newest.incrementAndGet();
    Mapping mapping = session.mapping();
    Map<String, SchemaTree> schemas = session.schemas();
    Sample sample = session.sample();
    if (sample == null) {
      found.set(Found.NOTHING);
      return;
    }
    threads
        .timer()
        .after(
            REST,
            () -> {
              if (newest.get() == mine) {
                background.execute(() -> check(mine, mapping, schemas, sample));
              }
            });
  }

  private void check(long mine, Mapping mapping, Map<String, SchemaTree> schemas, Sample sample) {
    Projects.Tables rows = read.get(mapping);
    Checked checked =
        new SampleChecker(mapping, schemas, rows, sample)
            .check(MOST_RECORDS, () -> newest.get() == mine);
    if (newest.get() != mine) {
      return;
    }
    Map<String, List<String>> unmatched = UnmatchedKeys.of(mapping, schemas, rows, sample);
    List<SampleFinding> findings = new ArrayList<>(checked.findings());
    findings.addAll(lookups(mapping, unmatched));
    Found result =
        new Found(mapping, new Checked(checked.problems(), findings, checked.records()), unmatched);
    threads
        .ui()
        .execute(
            () -> {
              if (newest.get() == mine) {
                found.set(result);
              }
            });
  }

  /** Keys without a row, where that makes no record fail. */
  private static List<SampleFinding> lookups(Mapping mapping, Map<String, List<String>> unmatched) {
    List<SampleFinding> findings = new ArrayList<>();
    for (Table table : mapping.tables()) {
      List<String> keys = unmatched.getOrDefault(table.name(), List.of());
      if (keys.isEmpty() || table.otherwise() instanceof Table.Otherwise.Fail) {
        continue;
      }
      String some = String.join(", ", keys.stream().limit(KEYS_SHOWN).toList());
      Problem problem =
          new Problem(
              Problem.Severity.WARNING,
              "lookup-unmatched",
              Problem.Place.named("table " + table.name()),
              "No row of the table "
                  + table.name()
                  + " has "
                  + some
                  + (keys.size() > KEYS_SHOWN ? ", …" : "")
                  + ".",
              "Add rows for them, or let the table's otherwise hold.");
      findings.add(new SampleFinding(problem, 0, 0, false));
    }
    return findings;
  }

  /** What was found with the newest mapping that was checked. */
  public ReadOnlyObjectProperty<Found> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /**
   * What an edit of the session's mapping would come to, tried with the first records of the
   * sample. May be called in the background.
   */
  Checked tryOut(Mapping mapping, Map<String, SchemaTree> schemas, @Nullable Sample sample) {
    return new SampleChecker(mapping, schemas, read.get(mapping), sample)
        .check(MOST_TRIED, () -> true);
  }
}
