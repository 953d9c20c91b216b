package fieldloom.store.h2;

import fieldloom.store.Store.Counts;
import fieldloom.store.Store.Run;
import fieldloom.store.Store.RunState;
import fieldloom.store.StoreException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Runs and how they went. */
final class Runs {
  private final Clock clock;
  private final Workspaces workspaces;
  private final Jobs jobs;

  Runs(Clock clock, Workspaces workspaces, Jobs jobs) {
    this.clock = clock;
    this.workspaces = workspaces;
    this.jobs = jobs;
  }

  Run begin(Handle h, long workspace, @Nullable Long job, String mapping, int mappingVersion)
      throws StoreException {
    workspaces.used(h, workspace);
    String name = job == null ? mapping : jobs.name(h, workspace, job);
    long now = clock.millis();
    return new RunRow(
            Rows.nextId(h, "run_id"),
            workspace,
            job,
            name,
            mapping,
            mappingVersion,
            now,
            now,
            null,
            RunState.RUNNING,
            Counts.NONE,
            0,
            null,
            new byte[0])
        .insert(h)
        .run();
  }

  void progress(Handle h, long run, Counts counts) throws StoreException {
    RunRow row = one(h, run);
    if (row.state() == RunState.RUNNING) {
      row.seen(clock.millis(), counts).update(h);
    }
  }

  Run end(Handle h, long run, RunState state, Counts counts, @Nullable String message)
      throws StoreException {
    RunRow row = one(h, run);
    if (state == RunState.RUNNING || row.state() != RunState.RUNNING) {
      throw new IllegalStateException("run " + run + " is " + row.state() + ", not to be " + state);
    }
    String kept = message == null ? null : RunErrors.clip(message, 10_000);
    return row.ended(clock.millis(), state, counts, kept).update(h).run();
  }

  List<Run> list(Handle h, long workspace, @Nullable Long job, int limit) throws StoreException {
    Query query =
        job == null
            ? h.createQuery("SELECT * FROM run WHERE workspace = ? ORDER BY id DESC LIMIT ?")
                .bind(0, workspace)
                .bind(1, limit)
            : h.createQuery(
                    "SELECT * FROM run WHERE workspace = ? AND job = ? ORDER BY id DESC LIMIT ?")
                .bind(0, workspace)
                .bind(1, job)
                .bind(2, limit);
    List<Run> runs = new ArrayList<>();
    for (RunRow row : query.map(RunRow::map)) {
      runs.add(row.checked().run());
    }
    return runs;
  }

  /** Runs that a dead process left running ended when they were last heard of. */
  void interruptRunning(Handle h) throws StoreException {
    List<RunRow> running =
        h.createQuery("SELECT * FROM run WHERE state = ?")
            .bind(0, RunState.RUNNING)
            .map(RunRow::map)
            .list();
    for (RunRow row : running) {
      row.checked()
          .ended(
              row.seenMs(),
              RunState.INTERRUPTED,
              row.counts(),
              "Fieldloom ended before the run did; run it again.")
          .update(h);
    }
  }

  static RunRow one(Handle h, long run) throws StoreException {
    Optional<RunRow> row =
        h.createQuery("SELECT * FROM run WHERE id = ?").bind(0, run).map(RunRow::map).findOne();
    if (row.isEmpty()) {
      throw new StoreException("There is no run " + run + " in this store.");
    }
    return row.get().checked();
  }
}
