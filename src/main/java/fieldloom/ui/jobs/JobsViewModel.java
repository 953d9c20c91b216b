package fieldloom.ui.jobs;

import fieldloom.model.Job;
import fieldloom.model.RecordError;
import fieldloom.store.Store;
import fieldloom.store.Store.Run;
import fieldloom.store.Store.RunState;
import fieldloom.ui.kit.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Jobs and runs of a workspace, what is selected among them, and the runs this window has started.
 * Only on the FX thread; the store is asked in the background.
 */
public final class JobsViewModel {
  private static final int RUNS_SHOWN = 400;
  private static final int ERRORS_SHOWN = 1_000;

  private final Store store;
  private final long workspace;
  private final JobRunner runner;
  private final Background background;
  private final Executor fxThread;

  private final ObservableList<JobEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<RecordError> errors = FXCollections.observableArrayList();
  private final ObservableList<ActiveRun> active = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable JobEntry> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Run> run = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable ActiveRun> activeOfSelected =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper moves = new ReadOnlyLongWrapper();
  private Consumer<Run> ended = run -> {};
  private Consumer<String> failed = sentence -> {};
  private boolean merging;

  /**
   * @param fxThread where counts of a run arrive
   */
  public JobsViewModel(
      Store store, long workspace, JobRunner runner, Background background, Executor fxThread) {
    this.store = store;
    this.workspace = workspace;
    this.runner = runner;
    this.background = background;
    this.fxThread = fxThread;
    selected.addListener((o, was, is) -> selectionChanged(was, is));
    run.addListener((o, was, is) -> loadErrors(is));
  }

  public ObservableList<JobEntry> entries() {
    return entries;
  }

  /** Errors of the selected run, the first 1,000. */
  public ObservableList<RecordError> errors() {
    return errors;
  }

  /** Runs that this window started and that have not ended. */
  public ObservableList<ActiveRun> active() {
    return active;
  }

  public ObjectProperty<@Nullable JobEntry> selectedProperty() {
    return selected;
  }

  /** The run that is shown; null where the job never ran. */
  public ObjectProperty<@Nullable Run> runProperty() {
    return run;
  }

  /** The running run of the selected job; null where none runs. */
  public ReadOnlyObjectProperty<@Nullable ActiveRun> activeOfSelectedProperty() {
    return activeOfSelected.getReadOnlyProperty();
  }

  /** Goes up whenever a running run has moved. */
  public ReadOnlyLongProperty movesProperty() {
    return moves.getReadOnlyProperty();
  }

  /** What keeps the list from being read; empty where nothing does. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Who is told of a run that has ended, and of one that could not begin or be noted. */
  public void onEnd(Consumer<Run> whenEnded, Consumer<String> whenFailed) {
    ended = whenEnded;
    failed = whenFailed;
  }

  /** Reads jobs and runs anew; the selection stays. */
  public void refresh() {
    refreshThen(() -> {});
  }

  private void refreshThen(Runnable then) {
    // In order, so that an older reading never takes the place of a newer one.
    background.runInOrder(
        () -> JobEntry.of(store.jobs(workspace), store.runs(workspace, null, RUNS_SHOWN)),
        found -> {
          problem.set("");
          merge(found);
          then.run();
        },
        problem::set);
  }

  private void merge(List<JobEntry> found) {
    JobEntry before = selected.get();
    Run runBefore = run.get();
    merging = true;
    entries.setAll(found);
    JobEntry again = found.stream().filter(e -> e.isSame(before)).findFirst().orElse(null);
    selected.set(again != null ? again : found.isEmpty() ? null : found.getFirst());
    merging = false;
    JobEntry now = selected.get();
    Run same =
        now == null || runBefore == null
            ? null
            : now.runs().stream().filter(r -> r.id() == runBefore.id()).findFirst().orElse(null);
    run.set(same != null ? same : now == null ? null : now.last());
    updateActive();
  }

  private void selectionChanged(@Nullable JobEntry was, @Nullable JobEntry is) {
    if (!merging) {
      run.set(is == null ? null : is.last());
      updateActive();
    }
  }

  /** Selects the job a run belongs to, and the run. */
  public void show(Run wanted) {
    refreshThen(
        () -> {
          for (JobEntry entry : entries) {
            for (Run each : entry.runs()) {
              if (each.id() == wanted.id()) {
                selected.set(entry);
                run.set(each);
              }
            }
          }
        });
  }

  /** Selects the job of that name. */
  public void showJob(String name) {
    refreshThen(
        () ->
            entries.stream()
                .filter(entry -> entry.job() != null && entry.name().equals(name))
                .findFirst()
                .ifPresent(selected::set));
  }

  /**
   * Saves a job and runs it in the background; one that runs already goes on alone.
   *
   * @return whether it was started
   */
  public boolean start(Job job) {
    if (active.stream().anyMatch(a -> a.job().name().equals(job.name()))) {
      return false;
    }
    background.run(
        () -> store.saveJob(workspace, job), this::runSaved, sentence -> failed.accept(sentence));
    return true;
  }

  private void runSaved(Job job) {
    ActiveRun running = new ActiveRun(job, fxThread::execute, moved -> updateActive());
    active.add(running);
    refreshThen(() -> selectJob(job));
    background.run(
        runner.running(job, running),
        run -> {
          active.remove(running);
          updateActive();
          show(run);
          ended.accept(run);
        },
        sentence -> {
          active.remove(running);
          updateActive();
          refresh();
          failed.accept(sentence);
        });
  }

  /** Asks all runs to stop, and goes on when they have. */
  public void stopAll(Runnable stopped) {
    if (active.isEmpty()) {
      stopped.run();
      return;
    }
    active.addListener(
        new ListChangeListener<>() {
          @Override
          public void onChanged(Change<? extends ActiveRun> change) {
            if (active.isEmpty()) {
              active.removeListener(this);
              stopped.run();
            }
          }
        });
    List.copyOf(active).forEach(ActiveRun::cancel);
  }

  private void selectJob(Job job) {
    for (JobEntry entry : entries) {
      if (entry.job() != null && entry.job().id() == job.id()) {
        selected.set(entry);
      }
    }
    updateActive();
  }

  /** The running run of a job; null where none runs. */
  public @Nullable ActiveRun activeOf(@Nullable JobEntry entry) {
    if (entry == null || entry.job() == null) {
      return null;
    }
    long id = entry.job().id();
    return active.stream().filter(a -> a.job().id() == id).findFirst().orElse(null);
  }

  private void updateActive() {
    activeOfSelected.set(activeOf(selected.get()));
    moves.set(moves.get() + 1);
  }

  /** Errors of a run that ended; those of one that runs are still coming. */
  private void loadErrors(@Nullable Run shown) {
    if (shown == null || shown.counts().failed() == 0 && shown.state() == RunState.SUCCEEDED) {
      errors.clear();
      return;
    }
    long id = shown.id();
    background.run(
        () -> store.errors(id, 0, ERRORS_SHOWN),
        found -> {
          if (run.get() != null && run.get().id() == id) {
            errors.setAll(new ArrayList<>(found));
          }
        },
        problem::set);
  }
}
