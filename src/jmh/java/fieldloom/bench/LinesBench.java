package fieldloom.bench;

import fieldloom.bench.peers.OrderGenerator;
import fieldloom.bench.peers.Peers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
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

/**
 * Orders of few and of many lines to bills, UTF-8 bytes in and out, one thread. An invocation is
 * 10,000 lines, in few or in many orders; an operation is one line.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LinesBench {
  static final int ALL_LINES = 10_000;

  /** Lines an order. */
  @Param({"10", "100", "1000", "10000"})
  public int lines;

  private byte[][] orders = {};
  private Subject subject = bills -> {};
  private final ByteArrayOutputStream written = new ByteArrayOutputStream(1 << 20);

  /** Makes the orders. */
  @Setup
  public void prepare() throws IOException {
    OrderGenerator generator = new OrderGenerator(OrderGenerator.SEED, lines);
    orders = new byte[ALL_LINES / lines][];
    for (int i = 0; i < orders.length; i++) {
      orders[i] = generator.next();
    }
    subject = Subject.of(Subject.FIELDLOOM, orders);
  }

  @Benchmark
  @OperationsPerInvocation(ALL_LINES)
  public int map() throws IOException {
    written.reset();
    subject.map(written);
    return written.size();
  }

  /** Holds the bills equal to the reference's, after the timing, so as not to disturb it. */
  @TearDown
  public void check() throws IOException {
    BillCheck.requireEqual(Subject.of(Peers.STREAMING, orders).all(), written.toByteArray());
  }
}
