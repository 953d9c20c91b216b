package fieldloom.ui;

import fieldloom.model.Job;
import fieldloom.model.RecordError;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.TakenNumbers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store with nothing in it that keeps nothing. */
final class UnkeptStore implements Store {
  private final Workspace workspace;

  UnkeptStore(String workspaceName) {
    workspace = new Workspace(1, workspaceName, Instant.EPOCH);
  }

  Workspace workspace() {
    return workspace;
  }

  private static StoreException keepsNothing() {
    return new StoreException("Nothing is kept here.");
  }

  @Override
  public List<Workspace> workspaces() {
    return List.of(workspace);
  }

  @Override
  public Workspace workspace(String name) {
    return workspace;
  }

  @Override
  public List<DocumentInfo> documents(long of) {
    return List.of();
  }

  @Override
  public Optional<Document> document(long of, String path) {
    return Optional.empty();
  }

  @Override
  public List<DocumentInfo> versions(long of, String path) {
    return List.of();
  }

  @Override
  public Optional<Document> version(long of, String path, int version) {
    return Optional.empty();
  }

  @Override
  public DocumentInfo save(long of, Kind kind, String path, byte[] content) throws StoreException {
    throw keepsNothing();
  }

  @Override
  public List<DocumentInfo> saveAll(long of, List<NewDocument> documents, List<Job> jobs)
      throws StoreException {
    throw keepsNothing();
  }

  @Override
  public void delete(long of, String path) throws StoreException {
    throw keepsNothing();
  }

  @Override
  public void saveDraft(long of, String path, @Nullable String content) throws StoreException {
    throw keepsNothing();
  }

  @Override
  public Optional<String> draft(long of, String path) {
    return Optional.empty();
  }

  @Override
  public List<Job> jobs(long of) {
    return List.of();
  }

  @Override
  public Job saveJob(long of, Job job) throws StoreException {
    throw keepsNothing();
  }

  @Override
  public Run beginRun(long of, @Nullable Long job, String mapping, int mappingVersion)
      throws StoreException {
    throw keepsNothing();
  }

  @Override
  public void progress(long run, Counts counts) throws StoreException {
    throw keepsNothing();
  }

  @Override
  public void addErrors(long run, List<RecordError> errors) throws StoreException {
    throw keepsNothing();
  }

  @Override
  public Run endRun(long run, RunState state, Counts counts, @Nullable String message)
      throws StoreException {
    throw keepsNothing();
  }

  @Override
  public List<Run> runs(long of, @Nullable Long job, int limit) {
    return List.of();
  }

  @Override
  public List<RecordError> errors(long run, long offset, int limit) {
    return List.of();
  }

  @Override
  public TakenNumbers takeNumbers(long of, String name, long start, long step, int count)
      throws StoreException {
    throw keepsNothing();
  }

  @Override
  public void giveBackNumbers(long of, TakenNumbers taken, long lastUsed) throws StoreException {
    throw keepsNothing();
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
