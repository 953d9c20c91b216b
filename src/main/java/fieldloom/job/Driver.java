package fieldloom.job;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.RawRecords;
import fieldloom.payload.RecordReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The driving source's records, numbered. Used by one thread at a time. */
final class Driver implements AutoCloseable {
  private final RecordReader reader;
  private final @Nullable RawRecords raw;
  private final String label;
  private long number;
  private boolean ended;
  private @Nullable ReadItem first;

  /**
   * Reads the first record, so that an input that is none at all is found before the run begins.
   *
   * @param label the input's name, for messages
   */
  Driver(RecordReader reader, String label) throws IOException {
    this.reader = reader;
    this.raw = reader instanceof RawRecords r ? r : null;
    this.label = label;
    this.first = read();
  }

  /** Something for a thread that reads records in their bytes; null where there are none. */
  RawRecords.@Nullable Parser parser() {
    return raw == null ? null : raw.parser();
  }

  /** Says that each record is done with when the next is asked for. */
  void recycle() {
    if (raw != null) {
      raw.recycle();
    }
  }

  boolean singleRoot() {
    return reader.singleRoot();
  }

  /** The next record; null at the end. */
  @Nullable ReadItem next() throws RunFailedException {
    ReadItem known = first;
    if (known != null) {
      first = null;
      return known;
    }
    try {
      return read();
    } catch (IOException e) {
      throw new RunFailedException(
          label + " cannot be read any further: " + FileReasons.of(e) + ".", e);
    }
  }

  private @Nullable ReadItem read() throws IOException {
    if (ended) {
      return null;
    }
    try {
      if (raw != null) {
        RawRecords.Raw bytes = raw.nextRaw();
        if (bytes != null) {
          return new ReadItem.Raw(++number, bytes);
        }
      }
      RecordReader.InputRecord record = reader.next();
      if (record == null) {
        ended = true;
        return null;
      }
      return new ReadItem.Good(++number, record);
    } catch (BadRecordException e) {
      ended = e.last();
      return new ReadItem.Bad(++number, e);
    }
  }

  @Override
  public void close() {
    RunInputs.closeQuietly(reader);
  }
}
