package fieldloom.payload.table;

import fieldloom.model.value.Obj;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.UnwritableRecordException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes records as rows of a table with the rows that belong to them. Records are checked and
 * collected first and sent together by {@link #flush}; they last once their {@link TableSession} is
 * committed. Not thread-safe.
 */
public final class TableWriter implements RecordWriter {
  private final WriteLevel level;
  private final RowMaker maker;
  private final RowWriter rows;
  private final List<WriteRow> waiting = new ArrayList<>();

  TableWriter(WriteLevel level, RowMaker maker, RowWriter rows) {
    this.level = level;
    this.maker = maker;
    this.rows = rows;
  }

  /**
   * Checks a record and keeps it for {@link #flush}.
   *
   * @throws UnwritableRecordException where the table cannot hold it; it is not kept
   */
  @Override
  public void write(Object value) throws UnwritableRecordException {
    if (!(value instanceof Obj record)) {
      throw new UnwritableRecordException(
          "A row of the table "
              + level.name()
              + " is an object, not "
              + CellValues.shown(value)
              + ".");
    }
    waiting.add(maker.row(level, record));
  }

  /** How many records are kept. */
  public int waiting() {
    return waiting.size();
  }

  /** Forgets records that are kept, all but the first ones. */
  public void forget(int but) {
    waiting.subList(but, waiting.size()).clear();
  }

  /**
   * Sends the records that are kept, and forgets them.
   *
   * @throws UnwritableRecordException where the database refuses one of them; others may have been
   *     written, so that the session has to go back
   * @throws IOException where the database cannot go on at all
   */
  public void flush() throws IOException {
    List<WriteRow> sent = List.copyOf(waiting);
    waiting.clear();
    rows.write(level, sent);
  }

  @Override
  public void finish() throws IOException {
    flush();
  }

  @Override
  public void close() {
    waiting.clear();
  }
}
