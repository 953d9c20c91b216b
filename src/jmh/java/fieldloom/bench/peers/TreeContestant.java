package fieldloom.bench.peers;

import java.io.IOException;

/** A contestant that works on the tree that is natural to it: JsonNode, or maps and lists. */
public interface TreeContestant extends Contestant {
  Object read(byte[] order) throws IOException;

  Object mapTree(Object order);

  byte[] write(Object bill) throws IOException;

  @Override
  default byte[] map(byte[] order) throws IOException {
    return write(mapTree(read(order)));
  }
}
