package fieldloom.payload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A format of payloads. */
public interface PayloadFormat {

  /** As mapping files name it: {@code ndjson}. */
  String name();

  /** Reads from a stream that the reader closes. */
  RecordReader reader(InputStream in, PayloadSpec spec) throws IOException;

  /**
   * Writes to a stream that the writer closes.
   *
   * @param bare whether the one record is written bare, without an array around it; only json heeds
   *     it
   */
  RecordWriter writer(OutputStream out, PayloadSpec spec, boolean bare) throws IOException;
}
