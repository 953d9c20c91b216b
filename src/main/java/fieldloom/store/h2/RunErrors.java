package fieldloom.store.h2;

import fieldloom.model.RecordError;
import fieldloom.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The errors of runs, numbered from 0 in each. */
final class RunErrors {
  private static final int MAX_INLINE_CHARS = 100_000;

  private RunErrors() {}

  static void add(Handle h, long run, List<RecordError> errors) throws StoreException {
    if (errors.isEmpty()) {
      return;
    }
    RunRow row = Runs.one(h, run);
    long number = row.errors();
    PreparedBatch batch =
        h.prepareBatch(
            "INSERT INTO run_error (run, number, record, place, target, formula, code, message,"
                + " input, content, parts, packed, size, sha256, seal)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (RecordError error : errors) {
      ErrorRow.of(run, number++, fitting(error), overflow(h, error.input())).addTo(batch);
    }
    batch.execute();
    row.withErrors(number).update(h);
  }

  static List<RecordError> page(Handle h, long run, long offset, int limit) throws StoreException {
    RunRow row = Runs.one(h, run);
    List<ErrorRow> rows =
        h.createQuery(
                "SELECT * FROM run_error WHERE run = ? AND number >= ? AND number < ?"
                    + " ORDER BY number")
            .bind(0, run)
            .bind(1, offset)
            .bind(2, offset + limit)
            .map(ErrorRow::map)
            .list();
    List<RecordError> errors = new ArrayList<>();
    for (ErrorRow error : rows) {
      errors.add(error.checked(h));
    }
    if (rows.size() != Math.clamp(row.errors() - offset, 0, limit)) {
      throw Rows.damaged("the list of errors of run " + run);
    }
    return errors;
  }

  private static Contents.@Nullable Ref overflow(Handle h, @Nullable String input) {
    return input == null || input.length() <= MAX_INLINE_CHARS
        ? null
        : Contents.put(h, input.getBytes(StandardCharsets.UTF_8));
  }

  /** Texts cut to what a row holds; only messages and paths of absurd length are. */
  private static RecordError fitting(RecordError e) {
    return new RecordError(
        e.record(),
        clip(e.at(), 1_000),
        e.target() == null ? null : clip(e.target(), 10_000),
        e.formula() == null ? null : clip(e.formula(), 100),
        clip(e.code(), 200),
        clip(e.message(), 10_000),
        e.input());
  }

  static String clip(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
