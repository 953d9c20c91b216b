package fieldloom.bench.peers;

import java.io.IOException;

/** Maps one sales order to one bill, UTF-8 JSON in and out. An instance serves one thread. */
public interface Contestant {
  byte[] map(byte[] order) throws IOException;
}
