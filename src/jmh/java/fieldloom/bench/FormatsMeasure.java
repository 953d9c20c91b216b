package fieldloom.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures reading and writing of each format beside the bare parser and writer, in one run. */
final class FormatsMeasure {
  /** How much longer than the bare library it may take. */
  private static final double BAR = 1.5;

  private static final Map<String, String> PEERS =
      Map.of(
          "json", "jackson",
          "ndjson", "jackson",
          "csv", "jackson-csv",
          "xml", "woodstox",
          "xml with xsd", "woodstox",
          "fixed", "by hand",
          "xlsx", "fastexcel",
          "edi", "staedi");

  private FormatsMeasure() {}

  /**
   * @param quick short rounds: the same rows with wider error, in under two minutes
   */
  static List<Row> run(boolean quick) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(FormatsBench.class.getName() + "\\.")
            .forks(1)
            .warmupIterations(quick ? 3 : 5)
            .warmupTime(TimeValue.seconds(quick ? 1 : 2))
            .measurementIterations(quick ? 3 : 15)
            .measurementTime(TimeValue.seconds(quick ? 1 : 2))
            .jvmArgsAppend("-Xms1g", "-Xmx1g")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    Collection<RunResult> results = new Runner(options.build()).run();
    List<Row> rows = new ArrayList<>();
    for (FormatCase one : FormatCase.values()) {
      rows.add(row(results, one.format(), "read"));
      rows.add(row(results, one.format(), "write"));
    }
    return rows;
  }

  /** Of the iterations the one whose ratio is in the middle. */
  private static Row row(Collection<RunResult> results, String format, String method) {
    RunResult found =
        results.stream()
            .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
            .filter(result -> result.getParams().getParam("format").equals(format))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(format + " was not measured"));
    List<Row> rows =
        found.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(iteration -> row(iteration, format, method))
            .sorted(Comparator.comparingDouble(Row::ratio))
            .toList();
    return rows.get(rows.size() / 2);
  }

  private static Row row(IterationResult iteration, String format, String method) {
    double turns = iteration.getMetadata().getMeasuredOps() * (double) FormatsBench.RECORDS;
    return new Row(
        format + " " + method,
        iteration.getSecondaryResults().get("ours").getScore() / turns,
        "ns/record",
        PEERS.getOrDefault(format, "bare"),
        iteration.getSecondaryResults().get("bare").getScore() / turns,
        new Bar.RatioAtMost(BAR));
  }
}
