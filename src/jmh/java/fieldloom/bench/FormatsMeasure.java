package fieldloom.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
          "json",
          "jackson",
          "ndjson",
          "jackson",
          "csv",
          "jackson-csv",
          "xml",
          "woodstox",
          "edi",
          "staedi");

  private FormatsMeasure() {}

  /**
   * @param quick short rounds: the same rows with wider error, in under two minutes
   */
  static List<Row> run(boolean quick) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(FormatsBench.class.getName() + "\\.")
            .forks(1)
            .warmupIterations(quick ? 2 : 6)
            .warmupTime(TimeValue.seconds(quick ? 1 : 2))
            .measurementIterations(quick ? 3 : 8)
            .measurementTime(TimeValue.seconds(quick ? 1 : 2))
            .jvmArgsAppend("-Xms1g", "-Xmx1g")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    Collection<RunResult> results = new Runner(options.build()).run();
    List<Row> rows = new ArrayList<>();
    for (FormatCase one : FormatCase.values()) {
      rows.add(row(results, one.format(), "read", "readBare"));
      rows.add(row(results, one.format(), "write", "writeBare"));
    }
    return rows;
  }

  private static Row row(Collection<RunResult> results, String format, String ours, String bare) {
    return new Row(
        format + " " + ours,
        score(results, format, ours),
        "ns/record",
        PEERS.getOrDefault(format, "bare"),
        score(results, format, bare),
        false,
        BAR);
  }

  private static double score(Collection<RunResult> results, String format, String method) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
        .filter(result -> result.getParams().getParam("format").equals(format))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(format + " was not measured"))
        .getPrimaryResult()
        .getScore();
  }
}
