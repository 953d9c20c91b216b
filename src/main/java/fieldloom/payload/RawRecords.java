package fieldloom.payload;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A reader that can hand out its records as the bytes they stand in, to be read later or by other
 * threads. Each record is asked for either so or by {@link RecordReader#next}.
 */
public interface RawRecords extends RecordReader {

  /**
   * The next record's bytes; null where it is to be asked for by {@link RecordReader#next}, which
   * also tells the end.
   *
   * @throws BadRecordException where they cannot even be cut out; the next call goes on behind them
   * @throws IOException where the input itself fails
   */
  @Nullable Raw nextRaw() throws IOException, BadRecordException;

  /** Says that each record is done with when the next is asked for, so that its bytes may go. */
  void recycle();

  /** Something that reads records, for one thread. Warnings go where the reader's go. */
  Parser parser();

  /**
   * A record in UTF-8.
   *
   * @param bytes the record from {@code from} to {@code to}, where a 0 stands, or what does not go
   *     on an object that ends there, with room behind it, as {@link
   *     fieldloom.payload.json.tape.TapeReader} wants it
   * @param line its first line, from 1
   */
  record Raw(byte[] bytes, int from, int to, long line) {}

  /** Reads records that were handed out. Not thread-safe. */
  @FunctionalInterface
  interface Parser {
    /**
     * The record as {@link RecordReader#next} gives it.
     *
     * @throws BadRecordException where it cannot be read
     */
    InputRecord read(Raw raw) throws BadRecordException;
  }
}
