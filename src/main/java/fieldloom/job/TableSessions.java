package fieldloom.job;

import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.table.TablePlace;
import fieldloom.payload.table.TableSession;
import fieldloom.payload.table.TableWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The databases that a run writes to, each a connection and a transaction. */
final class TableSessions implements AutoCloseable {
  private final Map<TablePlace, TableSession> sessions = new LinkedHashMap<>();

  /** A writer of one target; targets in one database share its transaction. */
  TableWriter writer(TablePlace place, PayloadSpec spec) throws FormatException {
    TableSession session = sessions.get(place);
    if (session == null) {
      session = TableSession.open(place);
      sessions.put(place, session);
    }
    return session.writer(spec);
  }

  boolean isEmpty() {
    return sessions.isEmpty();
  }

  /** Notes the state to which {@link #back} leads. */
  void mark() throws RunFailedException {
    each(TableSession::mark);
  }

  void back() throws RunFailedException {
    each(TableSession::back);
  }

  void commit() throws RunFailedException {
    each(TableSession::commit);
  }

  /** Something that is done with each database. */
  private interface Step {
    void take(TableSession session) throws IOException;
  }

  private void each(Step step) throws RunFailedException {
    for (TableSession session : sessions.values()) {
      try {
        step.take(session);
      } catch (IOException e) {
        throw new RunFailedException(
            "The database "
                + session.place().url()
                + " cannot be written: "
                + FileReasons.of(e)
                + ".",
            e);
      }
    }
  }

  /** Drops what has not been committed. */
  @Override
  public void close() {
    sessions.values().forEach(TableSession::close);
  }
}
