package fieldloom.payload.table;

import fieldloom.database.Databases;
import fieldloom.database.SqlReasons;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.RecordReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands out rows as records; their lines are their numbers. */
final class TableReader implements RecordReader {
  private final Connection connection;
  private final Rows rows;
  private final List<String> notes;
  private final Queue<ReadRow> waiting = new ArrayDeque<>();
  private long number;
  private boolean ended;

  TableReader(Connection connection, Rows rows, List<String> notes) {
    this.connection = connection;
    this.rows = rows;
    this.notes = notes;
  }

  @Override
  public @Nullable InputRecord next() throws IOException, BadRecordException {
    if (waiting.isEmpty() && !ended) {
      fetch();
    }
    ReadRow row = waiting.poll();
    if (row == null) {
      return null;
    }
    number++;
    String fault = row.fault();
    if (fault != null) {
      throw new BadRecordException(ReadCodes.BAD_VALUE, fault, number, null, false);
    }
    return new InputRecord(row.record(), number);
  }

  private void fetch() throws IOException {
    try {
      List<ReadRow> next = rows.next();
      ended = next.isEmpty();
      waiting.addAll(next);
    } catch (SQLException e) {
      throw new IOException(
          SqlReasons.isConnectionLost(e)
              ? "the connection to the database is lost; run again once it is there"
              : SqlReasons.of(e) + " (" + rows.label() + ")",
          e);
    }
  }

  @Override
  public boolean singleRoot() {
    return false;
  }

  @Override
  public void onWarning(Consumer<String> listener) {
    notes.forEach(listener);
  }

  @Override
  public void close() throws IOException {
    try (rows) {
      // The rows first: a connection with some of them open may wait for the rest.
      ended = true;
    } catch (SQLException e) {
      throw new IOException(SqlReasons.of(e), e);
    } finally {
      Databases.closeQuietly(connection);
    }
  }
}
