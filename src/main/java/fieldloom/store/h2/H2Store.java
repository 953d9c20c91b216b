package fieldloom.store.h2;

import fieldloom.model.Job;
import fieldloom.model.RecordError;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.TakenNumbers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store in an H2 file. */
public final class H2Store implements Store {
  private final StoreLock lock;
  private final Database database;
  private final Workspaces workspaces;
  private final Documents documents;
  private final Drafts drafts;
  private final Jobs jobs;
  private final Runs runs;
  private final Counters counters;

  private H2Store(StoreLock lock, Database database, Clock clock) {
    this.lock = lock;
    this.database = database;
    this.workspaces = new Workspaces(clock);
    this.documents = new Documents(clock, workspaces);
    this.drafts = new Drafts(workspaces);
    this.jobs = new Jobs(workspaces);
    this.runs = new Runs(clock, workspaces, jobs);
    this.counters = new Counters(workspaces);
  }

  /** Opens the store in a folder, as {@link fieldloom.store.Stores#open} says. */
  public static Store open(Path wanted) throws StoreException {
    Path folder = Opening.folder(wanted);
    StoreLock lock = StoreLock.take(folder);
    Database database = new Database(folder);
    boolean open = false;
    try {
      Opening.prepare(folder);
      H2Store store = new H2Store(lock, database, Clock.systemUTC());
      store.begin();
      open = true;
      return store;
    } finally {
      if (!open) {
        database.close();
        TrackedFile.closeAll(folder);
        lock.close();
      }
    }
  }

  /** As {@link fieldloom.store.Stores#isStore} says, for the user's store in a folder. */
  public static boolean isStore(Path file, Path home) {
    Path real = real(file);
    Path folder = real.getParent();
    if (folder == null || !H2Files.isStoreName(real)) {
      return false;
    }
    return StoreLock.liesIn(folder) || folder.equals(real(home));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      // Not there yet: where it would be.
      return path.toAbsolutePath().normalize();
    }
  }

  private void begin() throws StoreException {
    database.write(
        h -> {
          Tally.check(h, database.folder());
          runs.interruptRunning(h);
          return null;
        });
  }

  @Override
  public List<Workspace> workspaces() throws StoreException {
    return database.read(workspaces::all);
  }

  @Override
  public Workspace workspace(String name) throws StoreException {
    return database.write(h -> workspaces.named(h, name));
  }

  @Override
  public List<DocumentInfo> documents(long workspace) throws StoreException {
    return database.read(h -> documents.all(h, workspace));
  }

  @Override
  public Optional<Document> document(long workspace, String path) throws StoreException {
    return database.read(h -> documents.newest(h, workspace, path));
  }

  @Override
  public List<DocumentInfo> versions(long workspace, String path) throws StoreException {
    return database.read(h -> documents.versions(h, workspace, path));
  }

  @Override
  public Optional<Document> version(long workspace, String path, int version)
      throws StoreException {
    return database.read(h -> documents.version(h, workspace, path, version));
  }

  @Override
  public DocumentInfo save(long workspace, Kind kind, String path, byte[] content)
      throws StoreException {
    return database.write(h -> documents.save(h, workspace, kind, path, content));
  }

  @Override
  public List<DocumentInfo> saveAll(long workspace, List<NewDocument> wanted, List<Job> wantedJobs)
      throws StoreException {
    return database.write(
        h -> {
          List<DocumentInfo> saved = new ArrayList<>();
          for (NewDocument one : wanted) {
            saved.add(documents.save(h, workspace, one.kind(), one.path(), one.content()));
          }
          for (Job job : wantedJobs) {
            jobs.save(h, workspace, job);
          }
          return List.copyOf(saved);
        });
  }

  @Override
  public void delete(long workspace, String path) throws StoreException {
    database.write(
        h -> {
          documents.delete(h, workspace, path);
          return null;
        });
  }

  @Override
  public void saveDraft(long workspace, String path, @Nullable String content)
      throws StoreException {
    database.write(
        h -> {
          drafts.save(h, workspace, path, content);
          return null;
        });
  }

  @Override
  public Optional<String> draft(long workspace, String path) throws StoreException {
    return database.read(h -> drafts.read(h, workspace, path));
  }

  @Override
  public List<Job> jobs(long workspace) throws StoreException {
    return database.read(h -> jobs.all(h, workspace));
  }

  @Override
  public Job saveJob(long workspace, Job job) throws StoreException {
    return database.write(h -> jobs.save(h, workspace, job));
  }

  @Override
  public Run beginRun(long workspace, @Nullable Long job, String mapping, int mappingVersion)
      throws StoreException {
    return database.write(h -> runs.begin(h, workspace, job, mapping, mappingVersion));
  }

  @Override
  public void progress(long run, Counts counts) throws StoreException {
    database.write(
        h -> {
          runs.progress(h, run, counts);
          return null;
        });
  }

  @Override
  public void addErrors(long run, List<RecordError> errors) throws StoreException {
    database.write(
        h -> {
          RunErrors.add(h, run, errors);
          return null;
        });
  }

  @Override
  public Run endRun(long run, RunState state, Counts counts, @Nullable String message)
      throws StoreException {
    return database.write(h -> runs.end(h, run, state, counts, message));
  }

  @Override
  public List<Run> runs(long workspace, @Nullable Long job, int limit) throws StoreException {
    return database.read(h -> runs.list(h, workspace, job, limit));
  }

  @Override
  public List<RecordError> errors(long run, long offset, int limit) throws StoreException {
    return database.read(h -> RunErrors.page(h, run, offset, limit));
  }

  @Override
  public TakenNumbers takeNumbers(long workspace, String name, long start, long step, int count)
      throws StoreException {
    return database.write(h -> counters.take(h, workspace, name, start, step, count));
  }

  @Override
  public void giveBackNumbers(long workspace, TakenNumbers taken, long lastUsed)
      throws StoreException {
    database.write(
        h -> {
          counters.giveBack(h, workspace, taken, lastUsed);
          return null;
        });
  }

  @Override
  public void close() throws StoreException {
    try {
      database.close();
    } finally {
      lock.close();
    }
  }
}
