package fieldloom.cli;

import fieldloom.store.Store;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Runs of the store in words. */
final class RunWords {
  private RunWords() {}

  static String state(Store.Run run) {
    return run.state().name().toLowerCase(Locale.ROOT);
  }

  /** One line, tab-separated. */
  static String line(Store.Run run) {
    String seconds =
        run.ended() == null
            ? ""
            : String.format(
                Locale.ROOT, "%.2f", Duration.between(run.started(), run.ended()).toNanos() / 1e9);
    return String.join(
        "\t",
        Long.toString(run.id()),
        run.jobName(),
        state(run),
        run.started().truncatedTo(ChronoUnit.SECONDS).toString(),
        seconds,
        Long.toString(run.counts().read()),
        Long.toString(run.counts().written()),
        Long.toString(run.counts().failed()),
        run.message() == null ? "" : Terminal.oneLine(run.message()));
  }
}
