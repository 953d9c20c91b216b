package fieldloom.store.h2;

import fieldloom.model.RecordError;
import fieldloom.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of errors.
 *
 * @param error its input is null where the input stands in {@code overflow}
 */
record ErrorRow(
    long run, long number, RecordError error, Contents.@Nullable Ref overflow, byte[] seal) {

  static ErrorRow of(long run, long number, RecordError error, Contents.@Nullable Ref overflow) {
    return new ErrorRow(
        run, number, overflow == null ? error : withInput(error, null), overflow, new byte[0]);
  }

  static ErrorRow map(ResultSet row, StatementContext context) throws SQLException {
    row.getLong("content");
    boolean overflows = !row.wasNull();
    return new ErrorRow(
        row.getLong("run"),
        row.getLong("number"),
        new RecordError(
            row.getLong("record"),
            row.getString("place"),
            row.getString("target"),
            row.getString("formula"),
            row.getString("code"),
            row.getString("message"),
            row.getString("input")),
        overflows ? Contents.Ref.map(row, context) : null,
        row.getBytes("seal"));
  }

  void addTo(PreparedBatch batch) {
    Contents.Ref ref = overflow;
    batch.add(
        run,
        number,
        error.record(),
        error.at(),
        error.target(),
        error.formula(),
        error.code(),
        error.message(),
        error.input(),
        ref == null ? null : ref.content(),
        ref == null ? null : ref.parts(),
        ref == null ? null : ref.packed(),
        ref == null ? null : ref.size(),
        ref == null ? null : ref.sha256(),
        sealed());
  }

  RecordError checked(Handle h) throws StoreException {
    String what = "error " + (number + 1) + " of run " + run;
    Rows.check(seal, sealed(), what);
    return overflow == null
        ? error
        : withInput(error, new String(Contents.get(h, overflow, what), StandardCharsets.UTF_8));
  }

  private byte[] sealed() {
    return Seal.of("run_error", run, number, error, overflow);
  }

  private static RecordError withInput(RecordError e, @Nullable String input) {
    return new RecordError(
        e.record(), e.at(), e.target(), e.formula(), e.code(), e.message(), input);
  }
}
