package fieldloom.ui.shell;

import fieldloom.model.Job;
import fieldloom.model.Mapping;
import fieldloom.store.Store;
import fieldloom.store.Store.Run;
import fieldloom.store.Store.RunState;
import fieldloom.store.StoreException;
import fieldloom.ui.jobs.ActiveRun;
import fieldloom.ui.jobs.RunDialog;
import fieldloom.ui.jobs.RunDialogModel;
import fieldloom.ui.kit.Grouped;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.session.Sample;
import java.util.List;
import java.util.Optional;

/** Runs of mappings and of their test cases, begun from the window. FX thread. */
final class RunActions {
  private final Workbench bench;
  private final Overlay overlay;
  private final WorkspaceFiles files;
  private final MappingActions mappings;
  private final EditActions edits;

  /** What the dialog needs from the store. */
  private record Offer(List<String> samples, Optional<Job> before) {}

  RunActions(
      Workbench bench,
      Overlay overlay,
      WorkspaceFiles files,
      MappingActions mappings,
      EditActions edits) {
    this.bench = bench;
    this.overlay = overlay;
    this.files = files;
    this.mappings = mappings;
    this.edits = edits;
    bench.jobs().onEnd(this::ended, edits::failed);
  }

  /** Asks what to read and write, then runs the open mapping as it is now. */
  void run() {
    OpenMapping open = bench.openProperty().get();
    if (open == null) {
      return;
    }
    edits.flushed(
        () ->
            bench
                .services()
                .background()
                .run(() -> offer(open.path()), offer -> ask(open, offer), edits::failed));
  }

  private Offer offer(String path) throws StoreException {
    Store store = files.store();
    Optional<Job> before =
        store.jobs(files.workspace()).stream()
            .filter(job -> job.mapping().equals(path))
            .max((a, b) -> Long.compare(a.id(), b.id()));
    return new Offer(files.allSamples(), before);
  }

  private void ask(OpenMapping open, Offer offer) {
    Mapping mapping = open.session().mapping();
    Sample sample = open.session().sample();
    RunDialogModel model =
        new RunDialogModel(
            mapping,
            open.path(),
            offer.samples(),
            sample == null ? "" : sample.name(),
            bench.services().outputFolder(),
            offer.before().orElse(null));
    overlay.show(new RunDialog(model, bench.services().choosers(), this::start));
  }

  private void start(Job job) {
    if (bench.jobs().start(job)) {
      overlay.toast().show(Toast.Kind.INFO, text("run.started", job.name()));
      mappings.showJobs();
    } else {
      overlay.toast().show(Toast.Kind.BAD, text("run.already", job.name()));
    }
  }

  private void ended(Run run) {
    String sentence =
        run.message() != null
            ? run.jobName() + ": " + run.message()
            : text(
                "run.ended",
                run.jobName(),
                Grouped.of(run.counts().read()),
                Grouped.of(run.counts().written()),
                Grouped.of(run.counts().failed()));
    boolean good = run.state() == RunState.SUCCEEDED && run.counts().failed() == 0;
    overlay.toast().show(good ? Toast.Kind.GOOD : Toast.Kind.BAD, sentence);
  }

  /** Asks all runs of this window to stop. */
  void cancel() {
    List.copyOf(bench.jobs().active()).forEach(ActiveRun::cancel);
  }

  /** Shows the test cases, which then run, or hides them. */
  void toggleTests() {
    if (bench.openProperty().get() != null) {
      mappings.showMapping();
      bench.testsShownProperty().set(!bench.testsShownProperty().get());
    }
  }

  private static String text(String key, Object... arguments) {
    return Workbench.TEXTS.get(key, arguments);
  }
}
