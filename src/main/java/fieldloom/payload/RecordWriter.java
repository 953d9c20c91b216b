package fieldloom.payload;

import java.io.IOException;

/** Writes records to one output, streaming. Not thread-safe. */
public interface RecordWriter extends AutoCloseable {

  /**
   * Writes one record.
   *
   * @param value an {@link fieldloom.model.value.Obj} or another value of a record
   */
  void write(Object value) throws IOException;

  /** Writes what belongs at the end (a bracket) and flushes; nothing may be written after it. */
  void finish() throws IOException;

  /**
   * Whether what has been written can be an output: an XML document that no record was written to
   * has no root, and is none.
   */
  default boolean isComplete() {
    return true;
  }

  /** Closes the output without ending it properly; harmless after {@link #finish()}. */
  @Override
  void close() throws IOException;
}
