package fieldloom.bench;

import fieldloom.bench.peers.Contestant;
import fieldloom.bench.peers.Peers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What is measured: a contestant with documents in memory. */
@FunctionalInterface
interface Subject {
  /** Fieldloom's name among the contestants. */
  String FIELDLOOM = "fieldloom";

  /** Maps each document, bytes to bytes, writing what it becomes to a stream. */
  void map(OutputStream bills) throws IOException;

  /**
   * A contestant over orders: Fieldloom reads a stream of them, as a run does, the peers one after
   * the other.
   */
  static Subject of(String contestant, byte[][] orders) throws IOException {
    if (contestant.equals(FIELDLOOM)) {
      FieldloomRun run = FieldloomRun.orderToBill();
      byte[] lines = lines(orders);
      return bills -> run.map(lines, bills);
    }
    Contestant peer = Peers.byName(contestant);
    return bills -> {
      for (byte[] order : orders) {
        peer.map(order, bills);
      }
    };
  }

  /** The documents as NDJSON. */
  static byte[] lines(byte[][] documents) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (byte[] document : documents) {
      lines.writeBytes(document);
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  /** All that the documents become. */
  default byte[] all() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    map(all);
    return all.toByteArray();
  }
}
