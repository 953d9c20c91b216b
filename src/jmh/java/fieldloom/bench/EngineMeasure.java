package fieldloom.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures the engine beside the hand-written streaming code, in one run. */
final class EngineMeasure {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private EngineMeasure() {}

  /**
   * @param quick one fork and short rounds: the same rows with wider error, in under two minutes
   */
  static List<Row> run(boolean quick) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(EngineBench.class.getName() + "\\.")
            .forks(quick ? 1 : 3)
            .warmupIterations(quick ? 4 : 8)
            .warmupTime(TimeValue.seconds(quick ? 2 : 3))
            .measurementIterations(quick ? 5 : 8)
            .measurementTime(TimeValue.seconds(quick ? 1 : 2))
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend("-Xms1g", "-Xmx1g")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    Collection<RunResult> results = new Runner(options.build()).run();
    RunResult ours = of(results, "fieldloom");
    RunResult peer = of(results, "streaming");
    return List.of(
        new Row(
            "orders, bytes to bytes",
            speed(ours),
            "orders/s",
            "jackson-streaming",
            speed(peer),
            true,
            1),
        new Row(
            "allocated an order",
            allocated(ours),
            "bytes",
            "jackson-streaming",
            allocated(peer),
            false,
            1));
  }

  private static RunResult of(Collection<RunResult> results, String name) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " was not measured"));
  }

  private static double speed(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  private static double allocated(RunResult result) {
    return result.getSecondaryResults().get(ALLOCATED).getScore();
  }
}
