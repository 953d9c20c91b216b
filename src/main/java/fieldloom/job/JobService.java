package fieldloom.job;

import fieldloom.model.Job;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.StoreResources;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs the mappings of a workspace and keeps in the store how it went: counts while it runs, each
 * record's error, state and message at the end. Thread-safe; several runs may go on at once.
 */
public final class JobService {
  private final Store store;
  private final ProjectLoader loader;
  private final Path outputFolder;
  private final int threads;

  /**
   * Where outputs with relative paths go where nobody says otherwise.
   *
   * @param store the store's folder
   */
  public static Path outputFolder(Path store) {
    return store.resolve("output");
  }

  /**
   * Runs on as many threads as the machine has cores, at most four.
   *
   * @param outputFolder where outputs with relative paths go; made when it is first needed
   */
  public JobService(Store store, ProjectLoader loader, Path outputFolder) {
    this(store, loader, outputFolder, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));
  }

  /**
   * @param outputFolder where outputs with relative paths go; made when it is first needed
   * @param threads worker threads of a run, at least 1
   */
  public JobService(Store store, ProjectLoader loader, Path outputFolder, int threads) {
    this.store = store;
    this.loader = loader;
    this.outputFolder = outputFolder;
    this.threads = threads;
  }

  /**
   * Runs a mapping that no job names, on the calling thread.
   *
   * @param mapping path of the mapping in the workspace
   * @param inputs for each source the path of a document of the workspace, else of a file
   * @param outputs for each target the path of a file
   */
  public Store.Run run(
      long workspace,
      String mapping,
      Map<String, String> inputs,
      Map<String, String> outputs,
      Job.OnError onError,
      Map<String, String> set,
      RunListener listener)
      throws StoreException, UnusableException {
    return run(workspace, new Job(0, mapping, mapping, inputs, outputs, onError, set), listener);
  }

  /**
   * Runs a job to its end on the calling thread.
   *
   * @param job one with id 0 is run without being a job of the store
   * @return the run as the store has it: succeeded, failed or cancelled
   * @throws UnusableException where it could not begin; if the mapping was there, the store has the
   *     run as failed with the same sentence
   * @throws StoreException where the store cannot be read or written; a run that was going on then
   *     ends as if it were cancelled
   */
  public Store.Run run(long workspace, Job job, RunListener listener)
      throws StoreException, UnusableException {
    Store.Document mapping = mapping(workspace, job);
    Store.Run begun =
        store.beginRun(
            workspace, job.id() == 0 ? null : job.id(), job.mapping(), mapping.info().version());
    RunRecorder recorder = new RunRecorder(store, begun.id(), listener);
    try {
      RunReport report = MappingRunner.run(request(workspace, job, mapping), recorder);
      return recorder.end(report);
    } catch (UnusableException e) {
      recorder.fail(String.valueOf(e.getMessage()));
      throw e;
    } finally {
      // An error of our own must not leave a run that seems to go on for ever.
      recorder.failUnlessEnded();
    }
  }

  /**
   * What a run of the job would read, for somebody who only looks at it: nothing is written, on one
   * thread.
   */
  public RunRequest reading(long workspace, Job job) throws StoreException, UnusableException {
    return request(workspace, job, mapping(workspace, job));
  }

  private Store.Document mapping(long workspace, Job job) throws StoreException, UnusableException {
    return store
        .document(workspace, job.mapping())
        .orElseThrow(
            () ->
                new UnusableException(
                    "There is no mapping \""
                        + job.mapping()
                        + "\" in the workspace; choose another for the job."));
  }

  /** What a run of the job would read, do and write. */
  RunRequest request(long workspace, Job job, Store.Document mapping)
      throws StoreException, UnusableException {
    Project project = load(workspace, job, mapping);
    TablePlaces places = new TablePlaces(project.mapping(), false, job.set(), System.getenv());
    JobFiles files = new JobFiles(store, workspace, outputFolder, places);
    return new RunRequest(
        project,
        files.inputs(job.inputs()),
        files.outputs(job.outputs()),
        job.onError(),
        null,
        job.set(),
        threads,
        job.memory() == null ? RunRequest.usualMemory() : job.memory(),
        new RunServices(places, NumberKeeper.of(store, workspace)));
  }

  private Project load(long workspace, Job job, Store.Document mapping) throws UnusableException {
    try {
      return loader.load(
          mapping.content(), job.mapping(), new StoreResources(store, workspace, job.mapping()));
    } catch (PackException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }
}
