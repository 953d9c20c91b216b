package fieldloom.bench;

import fieldloom.bench.peers.OrderGenerator;
import fieldloom.bench.peers.Peers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;

/** Holds what the contestants write right before they are timed. */
final class EngineCheck {
  private static final int ORDERS = 2_000;
  private static final List<String> CONTESTANTS =
      List.of(
          Subject.FIELDLOOM,
          Peers.STREAMING_STRICT,
          Peers.JSON_NODE,
          Peers.JSON_NODE_STRICT,
          Peers.JSLT_EXACT,
          Peers.JSONATA_EXACT);

  private EngineCheck() {}

  /**
   * Compares the bills of 2,000 orders, and sees that Fieldloom and those who read dates strictly
   * refuse 30 February.
   *
   * @throws IllegalStateException where it is not so
   */
  static void run() throws IOException {
    byte[][] orders = OrderGenerator.pool(ORDERS);
    byte[] wanted = Subject.of(Peers.STREAMING, orders).all();
    for (String contestant : CONTESTANTS) {
      BillCheck.requireEqual(wanted, Subject.of(contestant, orders).all());
    }
    byte[][] impossible = {withDay(orders[0], "2026-02-30")};
    for (String strict :
        List.of(Subject.FIELDLOOM, Peers.STREAMING_STRICT, Peers.JSON_NODE_STRICT)) {
      if (!refuses(strict, impossible)) {
        throw new IllegalStateException(strict + " takes 30 February for a day");
      }
    }
  }

  private static byte[] withDay(byte[] order, String day) {
    return new String(order, StandardCharsets.UTF_8)
        .replaceFirst("(?<=\"createdAt\":\")[0-9-]{10}", day)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static boolean refuses(String contestant, byte[][] orders) throws IOException {
    try {
      Subject.of(contestant, orders).all();
      return false;
    } catch (DateTimeException | IllegalStateException e) {
      return true;
    }
  }
}
