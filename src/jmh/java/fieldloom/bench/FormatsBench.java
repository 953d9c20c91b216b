package fieldloom.bench;

import fieldloom.payload.BadRecordException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Reading and writing records in each format, in turns with the bare parser and the bare writer of
 * the library that does it. An operation is both of them over all records.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FormatsBench {
  static final int RECORDS = 1_000;

  /** Name of the format. */
  @Param({"json", "ndjson", "csv", "xml", "xml with xsd", "fixed", "xlsx", "edi"})
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
    if (records.size() != RECORDS || !work.readsBare(data, records)) {
      throw new IllegalStateException(format + ": the peer reads something else");
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

  /**
   * Nanoseconds that each of the two took in an iteration. They take turns, so that whatever else
   * the machine does falls on both.
   */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Turns {
    /** Fieldloom's share. */
    public long ours;

    /** The library's share. */
    public long bare;

    /** Called before each iteration. */
    @Setup(Level.Iteration)
    public void reset() {
      ours = 0;
      bare = 0;
    }
  }

  @Benchmark
  public long read(Turns turns) throws IOException, BadRecordException {
    long begin = System.nanoTime();
    Object last = work.readEach(data);
    long between = System.nanoTime();
    long seen = work.readBare(data);
    turns.bare += System.nanoTime() - between;
    turns.ours += between - begin;
    return seen + last.hashCode();
  }

  @Benchmark
  public int write(Turns turns) throws IOException {
    written.reset();
    long begin = System.nanoTime();
    work.write(records, written);
    long between = System.nanoTime();
    final int size = written.size();
    written.reset();
    long again = System.nanoTime();
    work.writeBare(records, written);
    turns.bare += System.nanoTime() - again;
    turns.ours += between - begin;
    return size + written.size();
  }
}
