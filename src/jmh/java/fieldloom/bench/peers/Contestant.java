package fieldloom.bench.peers;

import java.io.IOException;
import java.io.OutputStream;

/** Maps one sales order to one bill, UTF-8 JSON in and out. An instance serves one thread. */
public interface Contestant {
  /** Writes the bill to a stream, which is neither closed nor flushed. */
  void map(byte[] order, OutputStream bills) throws IOException;
}
