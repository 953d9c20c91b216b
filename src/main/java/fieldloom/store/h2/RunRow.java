package fieldloom.store.h2;

import fieldloom.store.Store.Counts;
import fieldloom.store.Store.Run;
import fieldloom.store.Store.RunState;
import fieldloom.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A row of the table of runs; what is in it has not been checked against the seal yet. */
record RunRow(
    long id,
    long workspace,
    @Nullable Long job,
    String jobName,
    String mapping,
    int mappingVersion,
    long startedMs,
    long seenMs,
    @Nullable Long endedMs,
    @Nullable RunState state,
    Counts counts,
    long errors,
    @Nullable String message,
    byte[] seal) {

  static RunRow map(ResultSet row, StatementContext context) throws SQLException {
    return new RunRow(
        row.getLong("id"),
        row.getLong("workspace"),
        nullableLong(row, "job"),
        row.getString("job_name"),
        row.getString("mapping"),
        row.getInt("mapping_version"),
        row.getLong("started_ms"),
        row.getLong("seen_ms"),
        nullableLong(row, "ended_ms"),
        Enums.find(RunState.class, row.getString("state")),
        new Counts(
            row.getLong("records_read"),
            row.getLong("records_written"),
            row.getLong("records_failed")),
        row.getLong("errors"),
        row.getString("message"),
        row.getBytes("seal"));
  }

  private static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  RunRow insert(Handle h) {
    h.execute(
        "INSERT INTO run (id, workspace, job, job_name, mapping, mapping_version, started_ms,"
            + " seen_ms, ended_ms, state, records_read, records_written, records_failed, errors,"
            + " message, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        workspace,
        job,
        jobName,
        mapping,
        mappingVersion,
        startedMs,
        seenMs,
        endedMs,
        state,
        counts.read(),
        counts.written(),
        counts.failed(),
        errors,
        message,
        sealed());
    Rows.added(h, "run");
    return this;
  }

  RunRow update(Handle h) {
    h.execute(
        "UPDATE run SET seen_ms = ?, ended_ms = ?, state = ?, records_read = ?,"
            + " records_written = ?, records_failed = ?, errors = ?, message = ?, seal = ?"
            + " WHERE id = ?",
        seenMs,
        endedMs,
        state,
        counts.read(),
        counts.written(),
        counts.failed(),
        errors,
        message,
        sealed(),
        id);
    return this;
  }

  RunRow seen(long nowMs, Counts newCounts) {
    return new RunRow(
        id,
        workspace,
        job,
        jobName,
        mapping,
        mappingVersion,
        startedMs,
        nowMs,
        endedMs,
        state,
        newCounts,
        errors,
        message,
        seal);
  }

  RunRow withErrors(long newErrors) {
    return new RunRow(
        id,
        workspace,
        job,
        jobName,
        mapping,
        mappingVersion,
        startedMs,
        seenMs,
        endedMs,
        state,
        counts,
        newErrors,
        message,
        seal);
  }

  RunRow ended(long nowMs, RunState newState, Counts newCounts, @Nullable String newMessage) {
    return new RunRow(
        id,
        workspace,
        job,
        jobName,
        mapping,
        mappingVersion,
        startedMs,
        nowMs,
        (Long) nowMs,
        newState,
        newCounts,
        errors,
        newMessage,
        seal);
  }

  RunRow checked() throws StoreException {
    if (state == null) {
      throw Rows.damaged(what());
    }
    Rows.check(seal, sealed(), what());
    return this;
  }

  String what() {
    return "run " + id;
  }

  Run run() {
    RunState known = state;
    if (known == null) {
      throw new IllegalStateException("the row has not been checked");
    }
    return new Run(
        id,
        job,
        jobName,
        mapping,
        mappingVersion,
        Instant.ofEpochMilli(startedMs),
        endedMs == null ? null : Instant.ofEpochMilli(endedMs),
        known,
        counts,
        message);
  }

  private byte[] sealed() {
    return Seal.of(
        "run",
        id,
        workspace,
        job,
        jobName,
        mapping,
        mappingVersion,
        startedMs,
        seenMs,
        endedMs,
        state,
        counts,
        errors,
        message);
  }
}
