package fieldloom.store;

import fieldloom.model.Job;
import fieldloom.model.RecordError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept between sessions. A workspace is a tree of documents, each with every saved version;
 * jobs run its mappings; runs keep their counts and errors. What a method that saves has returned
 * from survives a kill and a power cut. Thread-safe.
 */
public interface Store extends AutoCloseable {

  /** All workspaces, the one last used first. */
  List<Workspace> workspaces() throws StoreException;

  /** Makes a workspace; one of that name is returned as it is. */
  Workspace workspace(String name) throws StoreException;

  /** Documents of a workspace by path, without their content. */
  List<DocumentInfo> documents(long workspace) throws StoreException;

  /** The newest version of a document. */
  Optional<Document> document(long workspace, String path) throws StoreException;

  /** All versions of a document, the newest first. */
  List<DocumentInfo> versions(long workspace, String path) throws StoreException;

  Optional<Document> version(long workspace, String path, int version) throws StoreException;

  /**
   * Saves a document as a new version; content equal to the newest makes none.
   *
   * @return what is now the newest version
   */
  DocumentInfo save(long workspace, Kind kind, String path, byte[] content) throws StoreException;

  /**
   * Saves documents and jobs as {@link #save} and {@link #saveJob} would, all of them or none: also
   * a kill in the middle leaves the workspace as it was.
   *
   * @return what is now the newest version of each document
   */
  List<DocumentInfo> saveAll(long workspace, List<NewDocument> documents, List<Job> jobs)
      throws StoreException;

  /** Removes a document from the workspace; its versions stay and saving it again goes on. */
  void delete(long workspace, String path) throws StoreException;

  /** Keeps what is being typed and not applied yet; null content forgets it. */
  void saveDraft(long workspace, String path, @Nullable String content) throws StoreException;

  Optional<String> draft(long workspace, String path) throws StoreException;

  /** Jobs of a workspace by name. */
  List<Job> jobs(long workspace) throws StoreException;

  /** Saves a job; one with id 0 is new, unless a job of its name is there, which it replaces. */
  Job saveJob(long workspace, Job job) throws StoreException;

  /**
   * Begins a run.
   *
   * @param job the job; null for a run of a mapping without one
   */
  Run beginRun(long workspace, @Nullable Long job, String mapping, int mappingVersion)
      throws StoreException;

  /** Notes how far a running run has come. */
  void progress(long run, Counts counts) throws StoreException;

  /** Adds errors to a run. */
  void addErrors(long run, List<RecordError> errors) throws StoreException;

  /** Ends a run. */
  Run endRun(long run, RunState state, Counts counts, @Nullable String message)
      throws StoreException;

  /** Runs of a workspace, the newest first, of one job or (null) of all. */
  List<Run> runs(long workspace, @Nullable Long job, int limit) throws StoreException;

  List<RecordError> errors(long run, long offset, int limit) throws StoreException;

  /**
   * Takes numbers of a sequence of a workspace, which nobody else is given then.
   *
   * @param start the first number where none has been taken
   * @param step how far apart two numbers are, not 0
   * @param count how many, at least 1
   */
  TakenNumbers takeNumbers(long workspace, String name, long start, long step, int count)
      throws StoreException;

  /**
   * Gives back the numbers after one of those that were taken, unless somebody has taken further
   * ones since.
   */
  void giveBackNumbers(long workspace, TakenNumbers taken, long lastUsed) throws StoreException;

  @Override
  void close() throws StoreException;

  /** A workspace. */
  record Workspace(long id, String name, Instant used) {}

  /** What a document is. */
  enum Kind {
    MAPPING,
    SCHEMA,
    SAMPLE,
    TABLE,
    OTHER
  }

  /** A document to be saved. */
  record NewDocument(Kind kind, String path, byte[] content) {}

  /**
   * A version of a document.
   *
   * @param version from 1
   * @param sha256 of the content, lower-case hex
   */
  record DocumentInfo(
      Kind kind, String path, int version, Instant saved, long size, String sha256) {}

  /** A version with its content, which has been checked against its hash. */
  record Document(DocumentInfo info, byte[] content) {}

  /** Records of a run: read = written + failed when it has ended. */
  record Counts(long read, long written, long failed) {
    public static final Counts NONE = new Counts(0, 0, 0);
  }

  /** How a run stands. INTERRUPTED: the program ended before the run did. */
  enum RunState {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    INTERRUPTED
  }

  /**
   * A run.
   *
   * @param job null for a run without a job
   * @param jobName the job's name, else the mapping's path
   * @param ended null while it runs
   * @param message why it failed; null where there is nothing to say
   */
  record Run(
      long id,
      @Nullable Long job,
      String jobName,
      String mapping,
      int mappingVersion,
      Instant started,
      @Nullable Instant ended,
      RunState state,
      Counts counts,
      @Nullable String message) {}
}
