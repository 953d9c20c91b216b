package fieldloom.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.ListStatistics;

/**
 * The scores of one benchmark class by the value of its parameter, over as many rounds as were run.
 * A round runs each value once, so that a machine that is busy for a while slows all of them.
 */
final class Scores {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Class<?> benchmark;
  private final String parameter;
  private final Map<String, List<Double>> scores = new HashMap<>();
  private final Map<String, List<Double>> allocated = new HashMap<>();

  /**
   * @param parameter name of the benchmark's only parameter
   */
  Scores(Class<?> benchmark, String parameter) {
    this.benchmark = benchmark;
    this.parameter = parameter;
  }

  /**
   * What every benchmark runs with, whatever the launcher was given: a heap of 1 GB and Java's own
   * choice of collector. JMH reads object offsets the old way.
   */
  static ChainedOptionsBuilder options() {
    return new OptionsBuilder()
        .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseG1GC", "--sun-misc-unsafe-memory-access=allow")
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true);
  }

  /** Runs one round, and says so on standard error. */
  void round(ChainedOptionsBuilder options) throws RunnerException {
    System.err.println("bench: a round of " + benchmark.getSimpleName());
    options.include(benchmark.getName() + "\\.");
    Collection<RunResult> results = new Runner(options.build()).run();
    for (RunResult result : results) {
      String value = result.getParams().getParam(parameter);
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          add(scores, value, iteration.getPrimaryResult());
          Result<?> bytes = iteration.getSecondaryResults().get(ALLOCATED);
          if (bytes != null) {
            add(allocated, value, bytes);
          }
        }
      }
    }
  }

  private static void add(Map<String, List<Double>> all, String value, Result<?> result) {
    all.computeIfAbsent(value, key -> new ArrayList<>()).add(result.getScore());
  }

  /** The median of all iterations. */
  double of(Object value) {
    return median(scores, value);
  }

  /** The median of the bytes allocated an operation. */
  double allocated(Object value) {
    return median(allocated, value);
  }

  private double median(Map<String, List<Double>> all, Object value) {
    List<Double> found = all.get(value.toString());
    if (found == null) {
      throw new IllegalStateException(benchmark.getSimpleName() + " has no score of " + value);
    }
    double[] values = found.stream().mapToDouble(Double::doubleValue).toArray();
    return new ListStatistics(values).getPercentile(50);
  }
}
