package fieldloom.payload;

import java.io.IOException;

/** A writer of JSON that takes records which are JSON already. */
public interface JsonRecordWriter extends RecordWriter {

  /**
   * Writes a record that stands in bytes as {@link RecordWriter#write} would write it.
   *
   * @param json compact JSON in UTF-8 from {@code from} to {@code to}
   */
  void writeJson(byte[] json, int from, int to) throws IOException;
}
