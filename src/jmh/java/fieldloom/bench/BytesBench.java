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
 * Orders to bills, UTF-8 bytes in and out, one thread. The bills go to a stream that is used again,
 * as those of a run go to a file. An operation is one order.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class BytesBench {
  static final int ORDERS = 256;

  /** Name of the contestant. */
  @Param({
    Subject.FIELDLOOM,
    Peers.STREAMING_STRICT,
    Peers.STREAMING,
    Peers.JSLT_EXACT,
    Peers.JSONATA_EXACT
  })
  public String contestant = "";

  private byte[][] orders = {};
  private Subject subject = bills -> {};
  private final ByteArrayOutputStream written = new ByteArrayOutputStream(1 << 20);

  /** Makes the orders. */
  @Setup
  public void prepare() throws IOException {
    orders = OrderGenerator.pool(ORDERS);
    subject = Subject.of(contestant, orders);
  }

  @Benchmark
  @OperationsPerInvocation(ORDERS)
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
