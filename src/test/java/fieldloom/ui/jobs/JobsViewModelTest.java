package fieldloom.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.job.UnusableException;
import fieldloom.model.Job;
import fieldloom.model.RecordError;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.Run;
import fieldloom.store.Store.RunState;
import fieldloom.store.Stores;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsViewModelTest {
  private static final Job JOB =
      new Job(0, "Orders", "orders.flmap", Map.of(), Map.of(), Job.OnError.SKIP, Map.of());

  @TempDir private Path folder;
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private final List<Run> ended = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private Store store;
  private long workspace;

  @BeforeEach
  void open() throws Exception {
    store = Stores.open(folder);
    workspace = store.workspace("w").id();
    store.save(workspace, Store.Kind.MAPPING, "orders.flmap", new byte[] {1});
  }

  @AfterEach
  void close() throws Exception {
    background.close();
    store.close();
  }

  private JobsViewModel model(JobRunner runner) {
    JobsViewModel model = new JobsViewModel(store, workspace, runner, background, pump);
    model.onEnd(ended::add, failed::add);
    return model;
  }

  @Test
  void aRunThatEndedIsSelectedWithItsErrors() {
    RecordError error =
        new RecordError(2, "line 5", "qty", null, "not-a-number", "It is no number.", "{}");
    JobsViewModel model =
        model(
            (job, listener) ->
                () -> {
                  Run run = store.beginRun(workspace, job.id(), job.mapping(), 1);
                  store.addErrors(run.id(), List.of(error));
                  return store.endRun(run.id(), RunState.SUCCEEDED, new Counts(3, 2, 1), null);
                });
    assertThat(model.start(JOB)).isTrue();
    Counts counts = new Counts(3, 2, 1);
    pump.until(
        () ->
            model.runProperty().get() != null
                && model.runProperty().get().counts().equals(counts)
                && !model.errors().isEmpty());
    assertThat(model.selectedProperty().get().name()).isEqualTo("Orders");
    assertThat(ended).extracting(Run::counts).containsExactly(counts);
    assertThat(model.errors()).containsExactly(error);
    assertThat(model.active()).isEmpty();
    assertThat(failed).isEmpty();
  }

  @Test
  void aRunningJobShowsItsCountsAndStopsWhenAsked() {
    CountDownLatch stopped = new CountDownLatch(1);
    JobsViewModel model =
        model(
            (job, listener) ->
                () -> {
                  Run run = store.beginRun(workspace, job.id(), job.mapping(), 1);
                  Counts counts = new Counts(500, 499, 1);
                  listener.progress(counts);
                  while (!listener.cancelled()) {
                    Thread.onSpinWait();
                  }
                  stopped.countDown();
                  return store.endRun(run.id(), RunState.CANCELLED, counts, null);
                });
    model.start(JOB);
    pump.until(
        () -> {
          ActiveRun active = model.activeOfSelectedProperty().get();
          return active != null && active.counts().read() == 500;
        });
    assertThat(model.start(JOB)).as("a second run of it at once").isFalse();
    model.activeOfSelectedProperty().get().cancel();
    pump.until(() -> !ended.isEmpty());
    assertThat(stopped.getCount()).isZero();
    assertThat(ended.getFirst().state()).isEqualTo(RunState.CANCELLED);
    assertThat(model.activeOfSelectedProperty().get()).isNull();
  }

  @Test
  void aRunThatCannotBeginIsToldAndLeavesNothingRunning() {
    JobsViewModel model =
        model(
            (job, listener) ->
                () -> {
                  throw new UnusableException("There is no input order.");
                });
    model.start(JOB);
    pump.until(() -> !failed.isEmpty() && model.active().isEmpty());
    assertThat(failed).containsExactly("There is no input order.");
  }

  @Test
  void theSelectionStaysWhenTheListIsReadAgain() throws Exception {
    store.saveJob(workspace, JOB);
    Job other = new Job(0, "Stock", "orders.flmap", Map.of(), Map.of(), Job.OnError.STOP, Map.of());
    store.saveJob(workspace, other);
    JobsViewModel model =
        model((job, listener) -> () -> store.beginRun(workspace, job.id(), job.mapping(), 1));
    model.refresh();
    pump.until(() -> model.entries().size() == 2);
    model.selectedProperty().set(model.entries().get(1));
    String name = model.entries().get(1).name();
    List<JobEntry> before = List.copyOf(model.entries());
    model.refresh();
    pump.until(() -> model.entries().getFirst() != before.getFirst());
    assertThat(model.selectedProperty().get().name()).isEqualTo(name);
  }
}
