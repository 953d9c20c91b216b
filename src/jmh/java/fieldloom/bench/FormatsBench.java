package fieldloom.bench;

import fieldloom.payload.BadRecordException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
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

/**
 * Reading and writing records in each format, beside the bare parser and the bare writer of the
 * library that does it. An operation is one record.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FormatsBench {
  static final int RECORDS = 1_000;

  /** Name of the format. */
  @Param({"json", "ndjson", "csv", "xml", "edi"})
  public String format = "";

  private final ByteArrayOutputStream written = new ByteArrayOutputStream(1 << 20);
  private FormatCase work = FormatCase.JSON;
  private byte[] data = {};
  private List<Object> records = List.of();

  /** Makes the data, and holds what is read and written equal before anything is timed. */
  @Setup
  public void prepare() throws IOException, BadRecordException {
    work = FormatCase.of(format);
    data = work.data(RECORDS);
    records = work.read(data);
    if (records.size() != RECORDS || work.readBare(data) <= 0) {
      throw new IllegalStateException(format + ": " + records.size() + " records were read");
    }
    written.reset();
    work.write(records, written);
    if (!work.read(written.toByteArray()).equals(records)) {
      throw new IllegalStateException(format + ": what was written is not what was read");
    }
    written.reset();
    work.writeBare(records, written);
    if (!work.read(written.toByteArray()).equals(records)) {
      throw new IllegalStateException(format + ": the peer writes something else");
    }
  }

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public Object read() throws IOException, BadRecordException {
    return work.readEach(data);
  }

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public long readBare() throws IOException {
    return work.readBare(data);
  }

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public int write() throws IOException {
    written.reset();
    work.write(records, written);
    return written.size();
  }

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public int writeBare() throws IOException {
    written.reset();
    work.writeBare(records, written);
    return written.size();
  }
}
