package fieldloom.cli;

import fieldloom.job.RunListener;
import fieldloom.job.RunReport;
import fieldloom.model.RecordError;
import fieldloom.store.Store;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells standard error how a run goes. Everything it is told may come from any thread. */
final class RunNarrator implements RunListener {
  private static final int MOST_ERRORS = 100;
  private static final long SILENCE_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long STOP_SECONDS = 5;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Terminal terminal;
  private final boolean showErrors;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean cancelled;
  private long errors;
  private boolean drawn;
  private long spokeAtNanos = System.nanoTime();

  /**
   * @param showErrors whether failed records are said here, as no file takes them
   */
  RunNarrator(Terminal terminal, boolean showErrors) {
    this.terminal = terminal;
    this.showErrors = showErrors;
  }

  @Override
  public synchronized void progress(Store.Counts counts) {
    if (terminal.attended()) {
      terminal.err().print(CLEAR_LINE + counts(counts) + " …");
      terminal.err().flush();
      drawn = true;
    } else if (System.nanoTime() - spokeAtNanos > SILENCE_NANOS) {
      say(counts(counts) + " so far");
      spokeAtNanos = System.nanoTime();
    }
  }

  @Override
  public synchronized void warning(String message) {
    say("warning: " + message);
  }

  @Override
  public synchronized void error(RecordError error) {
    errors++;
    if (showErrors && errors <= MOST_ERRORS) {
      say("error: " + place(error) + ": " + error.message());
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  /** Has the run cancelled when the process is told to end, and waits for it to tidy up. */
  Thread cancelOnInterrupt() {
    Thread hook =
        new Thread(
            () -> {
              cancelled = true;
              try {
                ended.await(STOP_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "cancel-run");
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  /** The run is over: nothing is left to cancel. */
  void ended(Thread hook) {
    ended.countDown();
    if (!cancelled) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  /** Says how the run ended, the counts last. */
  synchronized void conclude(RunReport report) {
    if (showErrors && errors > MOST_ERRORS) {
      say((errors - MOST_ERRORS) + " more errors not shown; --errors FILE keeps them all");
    }
    if (report.message() != null && (errors == 0 || !showErrors)) {
      say("error: " + report.message());
    }
    double seconds = report.took().toNanos() / 1e9;
    say(counts(report.counts()) + String.format(Locale.ROOT, " in %.2f s", seconds));
  }

  private void say(String line) {
    if (drawn) {
      terminal.err().print(CLEAR_LINE);
      drawn = false;
    }
    terminal.complain(line);
  }

  private static String counts(Store.Counts counts) {
    return counts.read()
        + " read, "
        + counts.written()
        + " written, "
        + counts.failed()
        + " failed";
  }

  private static String place(RecordError error) {
    StringBuilder place = new StringBuilder("record " + error.record());
    if (!error.at().isEmpty()) {
      place.append(" (").append(error.at()).append(")");
    }
    if (error.target() != null) {
      place.append(", ").append(error.target());
    }
    if (error.formula() != null) {
      place.append(", formula ").append(error.formula());
    }
    return place.toString();
  }
}
