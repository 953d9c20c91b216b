package fieldloom.bench.peers;

import java.io.IOException;
import java.io.OutputStream;

/** A contestant that works on the tree that is natural to it: JsonNode, or maps and lists. */
public interface TreeContestant extends Contestant {
  Object read(byte[] order) throws IOException;

  Object mapTree(Object order);

  void write(Object bill, OutputStream bills) throws IOException;

  @Override
  default void map(byte[] order, OutputStream bills) throws IOException {
    write(mapTree(read(order)), bills);
  }
}
