package fieldloom.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The sample mapping over generated orders, NDJSON bytes to NDJSON bytes, one thread. An operation
 * is one order.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EngineBench {
  static final int ORDERS = 1_000;

  private final ByteArrayOutputStream bills = new ByteArrayOutputStream();
  private byte[] orders = {};
  private SampleRun fieldloom;
  private StreamingPeer streaming;

  /** Makes the orders, and holds the two outputs equal before anything is timed. */
  @Setup
  public void prepare() throws IOException {
    orders = SampleRun.orders(ORDERS);
    fieldloom = SampleRun.compile();
    streaming = SampleRun.streaming();
    BillCheck.requireEqual(billsOf(streaming::run), billsOf(fieldloom::run));
  }

  @Benchmark
  @OperationsPerInvocation(ORDERS)
  public int fieldloom() throws IOException {
    bills.reset();
    fieldloom.run(orders, bills);
    return bills.size();
  }

  @Benchmark
  @OperationsPerInvocation(ORDERS)
  public int streaming() throws IOException {
    bills.reset();
    streaming.run(orders, bills);
    return bills.size();
  }

  private byte[] billsOf(Contestant contestant) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    contestant.run(orders, written);
    return written.toByteArray();
  }

  private interface Contestant {
    void run(byte[] orders, OutputStream bills) throws IOException;
  }
}
