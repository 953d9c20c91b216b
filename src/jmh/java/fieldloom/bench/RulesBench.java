package fieldloom.bench;

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
 * Mappings of few and of many rules, a rule a field, UTF-8 bytes in and out, one thread. An
 * invocation is 5,000 fields, in few or in many records; an operation is one of them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RulesBench {
  static final int ALL_RULES = 5_000;

  /** Rules of the mapping. */
  @Param({"10", "100", "1000", "5000"})
  public int rules;

  private byte[] records = {};
  private byte[] wanted = {};
  private Subject subject = mapped -> {};
  private final ByteArrayOutputStream written = new ByteArrayOutputStream(1 << 20);

  /** Makes the mapping and the records. */
  @Setup
  public void prepare() throws IOException {
    WideCase wide = new WideCase(rules);
    byte[][] in = new byte[ALL_RULES / rules][];
    byte[][] out = new byte[in.length][];
    for (int i = 0; i < in.length; i++) {
      WideCase.Example example = wide.example();
      in[i] = example.in();
      out[i] = example.out();
    }
    records = Subject.lines(in);
    wanted = Subject.lines(out);
    FieldloomRun run = FieldloomRun.of(wide.mapping(), wide.files());
    subject = mapped -> run.map(records, mapped);
  }

  @Benchmark
  @OperationsPerInvocation(ALL_RULES)
  public int map() throws IOException {
    written.reset();
    subject.map(written);
    return written.size();
  }

  /** Holds what was written equal to what the rules must give. */
  @TearDown
  public void check() throws IOException {
    BillCheck.requireEqual(wanted, written.toByteArray());
  }
}
