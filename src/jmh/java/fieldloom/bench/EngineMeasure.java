package fieldloom.bench;

import static fieldloom.bench.Subject.FIELDLOOM;

import fieldloom.bench.peers.Peers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the engine beside what one would use instead, in one run. */
final class EngineMeasure {
  private static final double MOST_ALLOCATED = 8_000;

  private final boolean quick;
  private final List<Row> rows = new ArrayList<>();

  private EngineMeasure(boolean quick) {
    this.quick = quick;
  }

  /**
   * @param quick one round of short iterations: the same rows with wider error, in under two
   *     minutes
   */
  static List<Row> run(boolean quick) throws RunnerException, IOException {
    EngineCheck.run();
    EngineMeasure measure = new EngineMeasure(quick);
    measure.bytes();
    return measure.rows;
  }

  private void bytes() throws RunnerException {
    Scores scores = new Scores(BytesBench.class, "contestant");
    for (int round = 0; round < (quick ? 1 : 3); round++) {
      scores.round(
          Scores.options()
              .forks(1)
              .warmupIterations(quick ? 3 : 6)
              .warmupTime(TimeValue.seconds(1))
              .measurementIterations(quick ? 3 : 5)
              .measurementTime(TimeValue.seconds(1))
              .addProfiler(GCProfiler.class));
    }
    speed(scores, Peers.STREAMING_STRICT, new Bar.RatioAtLeast(1));
    speed(scores, Peers.STREAMING, new Bar.None());
    speed(scores, Peers.JSLT_EXACT, new Bar.RatioAtLeast(2.2));
    speed(scores, Peers.JSONATA_EXACT, new Bar.RatioAtLeast(7));
    rows.add(
        new Row(
            "allocated, bytes to bytes",
            scores.allocated(FIELDLOOM),
            "bytes/doc",
            Peers.STREAMING_STRICT,
            scores.allocated(Peers.STREAMING_STRICT),
            new Bar.ValueAtMost(MOST_ALLOCATED)));
  }

  private void speed(Scores scores, String peer, Bar bar) {
    rows.add(new Row("bytes to bytes", scores.of(FIELDLOOM), "docs/s", peer, scores.of(peer), bar));
  }
}
