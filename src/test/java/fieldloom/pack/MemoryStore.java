package fieldloom.pack;

import fieldloom.model.Job;
import fieldloom.model.RecordError;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.TakenNumbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The documents of one workspace in memory, with saves that fail when told to. */
final class MemoryStore implements Store {
  private final Map<String, List<Document>> documents = new TreeMap<>();
  int savesLeft = Integer.MAX_VALUE;

  @Override
  public Optional<Document> document(long workspace, String path) {
    return Optional.ofNullable(documents.get(path)).map(List::getLast);
  }

  @Override
  public DocumentInfo save(long workspace, Kind kind, String path, byte[] content)
      throws StoreException {
    if (savesLeft-- == 0) {
      savesLeft = Integer.MAX_VALUE;
      throw new StoreException("The disk is full; make room.");
    }
    List<Document> versions = documents.computeIfAbsent(path, p -> new ArrayList<>());
    DocumentInfo info =
        new DocumentInfo(
            kind, path, versions.size() + 1, Instant.EPOCH, content.length, Hashes.of(content));
    versions.add(new Document(info, content));
    return info;
  }

  @Override
  public List<DocumentInfo> saveAll(long workspace, List<NewDocument> wanted, List<Job> jobs)
      throws StoreException {
    if (savesLeft < wanted.size()) {
      throw new StoreException("The disk is full; make room.");
    }
    List<DocumentInfo> saved = new ArrayList<>();
    for (NewDocument one : wanted) {
      saved.add(save(workspace, one.kind(), one.path(), one.content()));
    }
    return saved;
  }

  @Override
  public void delete(long workspace, String path) {
    documents.remove(path);
  }

  @Override
  public List<DocumentInfo> documents(long workspace) {
    return documents.values().stream().map(versions -> versions.getLast().info()).toList();
  }

  @Override
  public List<DocumentInfo> versions(long workspace, String path) {
    return documents.getOrDefault(path, List.of()).stream().map(Document::info).toList();
  }

  @Override
  public List<Workspace> workspaces() {
    throw notAsked();
  }

  @Override
  public Workspace workspace(String name) {
    throw notAsked();
  }

  @Override
  public Optional<Document> version(long workspace, String path, int version) {
    throw notAsked();
  }

  @Override
  public void saveDraft(long workspace, String path, @Nullable String content) {
    throw notAsked();
  }

  @Override
  public Optional<String> draft(long workspace, String path) {
    throw notAsked();
  }

  @Override
  public List<Job> jobs(long workspace) {
    throw notAsked();
  }

  @Override
  public Job saveJob(long workspace, Job job) {
    throw notAsked();
  }

  @Override
  public Run beginRun(long workspace, @Nullable Long job, String mapping, int mappingVersion) {
    throw notAsked();
  }

  @Override
  public void progress(long run, Counts counts) {
    throw notAsked();
  }

  @Override
  public void addErrors(long run, List<RecordError> errors) {
    throw notAsked();
  }

  @Override
  public Run endRun(long run, RunState state, Counts counts, @Nullable String message) {
    throw notAsked();
  }

  @Override
  public List<Run> runs(long workspace, @Nullable Long job, int limit) {
    throw notAsked();
  }

  @Override
  public List<RecordError> errors(long run, long offset, int limit) {
    throw notAsked();
  }

  @Override
  public TakenNumbers takeNumbers(long of, String name, long start, long step, int count) {
    throw notAsked();
  }

  @Override
  public void giveBackNumbers(long of, TakenNumbers taken, long lastUsed) {
    throw notAsked();
  }

  @Override
  public void close() {}

  private static IllegalStateException notAsked() {
    return new IllegalStateException("importing a package asks for documents only");
  }
}
