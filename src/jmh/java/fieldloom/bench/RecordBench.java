package fieldloom.bench;

import fieldloom.bench.peers.OrderGenerator;
import fieldloom.bench.peers.Peers;
import fieldloom.bench.peers.TreeContestant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Orders to bills that have been read and are not written: Fieldloom's records, or Jackson's trees.
 * One thread. An operation is one order.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RecordBench {
  static final int ORDERS = 256;

  /** Name of the contestant. */
  @Param({Subject.FIELDLOOM, Peers.JSON_NODE, Peers.JSON_NODE_STRICT})
  public String contestant = "";

  private final List<Object> orders = new ArrayList<>();
  private UnaryOperator<Object> mapping = order -> order;

  /** Reads the orders. */
  @Setup
  public void prepare() throws IOException {
    byte[][] documents = OrderGenerator.pool(ORDERS);
    if (contestant.equals(Subject.FIELDLOOM)) {
      FieldloomRun run = FieldloomRun.orderToBill();
      orders.addAll(run.read(Subject.lines(documents)));
      mapping = run::map;
    } else {
      TreeContestant peer = Peers.tree(contestant);
      for (byte[] document : documents) {
        orders.add(peer.read(document));
      }
      mapping = peer::mapTree;
    }
  }

  @Benchmark
  @OperationsPerInvocation(ORDERS)
  public void map(Blackhole bills) {
    for (Object order : orders) {
      bills.consume(mapping.apply(order));
    }
  }

  /** Holds the bills equal to the reference's, after the timing, so as not to disturb it. */
  @TearDown
  public void check() throws IOException {
    List<Object> bills = orders.stream().map(mapping).toList();
    byte[] wanted = Subject.of(Peers.STREAMING, OrderGenerator.pool(ORDERS)).all();
    BillCheck.requireEqual(wanted, written(bills));
  }

  private byte[] written(List<Object> bills) throws IOException {
    if (contestant.equals(Subject.FIELDLOOM)) {
      return FieldloomRun.orderToBill().write(bills);
    }
    TreeContestant peer = Peers.tree(contestant);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    for (Object bill : bills) {
      peer.write(bill, written);
    }
    return written.toByteArray();
  }
}
