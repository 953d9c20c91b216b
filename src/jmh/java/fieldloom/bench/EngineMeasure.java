package fieldloom.bench;

import static fieldloom.bench.Subject.FIELDLOOM;

import fieldloom.bench.peers.Peers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the engine beside what one would use instead, in one run. */
final class EngineMeasure {
  /** Bytes a document. */
  private static final double MOST_ALLOCATED = 8_000;

  /** How much dearer than among few one may be among many. */
  private static final double MOST_GROWTH = 1.25;

  private static final int FEW = 100;
  private static final int RULES = 1_000;
  private static final double MOST_MS = 300;

  private final boolean quick;
  private final List<Row> rows = new ArrayList<>();

  private EngineMeasure(boolean quick) {
    this.quick = quick;
  }

  /**
   * @param quick one round of short iterations: the same rows with wider error, in under two
   *     minutes
   */
  static List<Row> run(boolean quick) throws RunnerException, IOException, InterruptedException {
    EngineCheck.run();
    EngineMeasure measure = new EngineMeasure(quick);
    measure.bytes();
    measure.records();
    measure.growth(LinesBench.class, "lines", "line", List.of(10, 1_000, 10_000));
    measure.growth(RulesBench.class, "rules", "rule", List.of(10, 1_000, 5_000));
    measure.compiling();
    return measure.rows;
  }

  private void bytes() throws RunnerException {
    Scores scores = new Scores(BytesBench.class, "contestant");
    rounds(scores);
    speed("bytes to bytes", scores, Peers.STREAMING_STRICT, new Bar.RatioAtLeast(1));
    speed("bytes to bytes", scores, Peers.STREAMING, new Bar.None());
    speed("bytes to bytes", scores, Peers.JSLT_EXACT, new Bar.RatioAtLeast(2.2));
    speed("bytes to bytes", scores, Peers.JSONATA_EXACT, new Bar.RatioAtLeast(7));
    rows.add(
        new Row(
            "allocated, bytes to bytes",
            scores.allocated(FIELDLOOM),
            "bytes/doc",
            Peers.STREAMING_STRICT,
            scores.allocated(Peers.STREAMING_STRICT),
            new Bar.ValueAtMost(MOST_ALLOCATED)));
  }

  private void records() throws RunnerException {
    Scores scores = new Scores(RecordBench.class, "contestant");
    rounds(scores);
    speed("record to record", scores, Peers.JSON_NODE, new Bar.RatioAtLeast(1));
    speed("record to record", scores, Peers.JSON_NODE_STRICT, new Bar.None());
  }

  private void rounds(Scores scores) throws RunnerException {
    for (int round = 0; round < (quick ? 1 : 3); round++) {
      scores.round(
          Scores.options()
              .forks(1)
              .warmupIterations(quick ? 3 : 6)
              .warmupTime(TimeValue.seconds(1))
              .measurementIterations(quick ? 2 : 5)
              .measurementTime(TimeValue.seconds(1))
              .addProfiler(GCProfiler.class));
    }
  }

  /** What one costs where there are many, beside what it costs where there are 100. */
  private void growth(Class<?> benchmark, String parameter, String one, List<Integer> counts)
      throws RunnerException {
    Scores scores = new Scores(benchmark, parameter);
    for (int round = 0; round < (quick ? 1 : 3); round++) {
      scores.round(
          Scores.options()
              .forks(1)
              .warmupIterations(quick ? 2 : 5)
              .warmupTime(TimeValue.milliseconds(quick ? 800 : 1_000))
              .measurementIterations(quick ? 4 : 10)
              .measurementTime(TimeValue.milliseconds(quick ? 200 : 500)));
    }
    for (int count : counts) {
      rows.add(
          new Row(
              String.format(Locale.ROOT, "cost at %,d %s", count, parameter),
              scores.of(count),
              "ns/" + one,
              "at " + FEW + " " + parameter,
              scores.of(FEW),
              count < FEW ? new Bar.None() : new Bar.RatioAtMost(MOST_GROWTH)));
    }
  }

  private void compiling() throws IOException, InterruptedException {
    System.err.println("bench: compiling in fresh processes");
    rows.add(
        new Row(
            "compiling 1,000 rules, fresh process",
            CompileOnce.median(RULES, quick ? 5 : 15),
            "ms",
            "limit",
            MOST_MS,
            new Bar.ValueAtMost(MOST_MS)));
  }

  private void speed(String measure, Scores scores, String peer, Bar bar) {
    rows.add(new Row(measure, scores.of(FIELDLOOM), "docs/s", peer, scores.of(peer), bar));
  }
}
