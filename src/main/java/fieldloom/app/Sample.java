package fieldloom.app;

import fieldloom.landscape.Flow;
import fieldloom.landscape.Words;
import fieldloom.model.Job;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample workspace that the program carries. */
final class Sample {
  /** The workspace's name in the store. */
  static final String WORKSPACE = "Small manufacturer";

  private static final String ASSETS = "/assets/sample/";
  private static final String INDEX = "files.txt";
  private static final String JOB = "job.json";

  private Sample() {}

  /** Its files, relative to its folder, with {@code /} between folders. */
  static List<String> files() throws IOException {
    return new String(content(INDEX), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  static byte[] content(String file) throws IOException {
    try (InputStream in = Sample.class.getResourceAsStream(ASSETS + file)) {
      if (in == null) {
        throw new FileNotFoundException(
            "The sample file " + file + " is not in this installation; install it anew.");
      }
      return in.readAllBytes();
    }
  }

  /**
   * Lays its files out in a folder. Files that are there are left alone: somebody may have worked
   * on them.
   *
   * @return how many were written
   */
  static int layOut(Path folder) throws IOException {
    int written = 0;
    for (String file : files()) {
      Path place = folder.resolve(file);
      if (!Files.exists(place)) {
        Files.createDirectories(place.toAbsolutePath().getParent());
        Files.write(place, content(file));
        written++;
      }
    }
    return written;
  }

  /** Its job, which writes into a folder. */
  static Job job(Path folder) throws IOException {
    return JobFile.read(content(JOB), file -> file, file -> folder.resolve(file).toString());
  }

  /** Puts its documents into a workspace. Those that are there are left alone. */
  static void store(Store store, long workspace) throws IOException, StoreException {
    for (String file : files()) {
      if (!file.equals(JOB) && store.document(workspace, file).isEmpty()) {
        store.save(workspace, kind(file), file, content(file));
      }
    }
  }

  /**
   * Puts workspace, documents and job into a store.
   *
   * @param folder where the job writes
   */
  static StoredJob storeWithJob(Store store, Path folder) throws IOException, StoreException {
    Store.Workspace workspace = store.workspace(WORKSPACE);
    store(store, workspace.id());
    Job job = store.saveJob(workspace.id(), job(folder));
    CarriedLandscape.layOut(store, workspace.id(), List.of(flow(job)));
    return new StoredJob(workspace, job);
  }

  /** Where its job stands in the landscape. */
  private static Flow flow(Job job) {
    return new Flow(
        "crm-erp-sales-order-nightly",
        "crm",
        "erp",
        new Words("Sales orders, nightly", "夜间订单"),
        job.mapping(),
        job.name());
  }

  static boolean isMapping(String file) {
    return file.endsWith(".flmap");
  }

  /** A job and the workspace it is in. */
  record StoredJob(Store.Workspace workspace, Job job) {}

  /** What a document of a project's folder is, told by its place. */
  static Store.Kind kind(String file) {
    if (isMapping(file)) {
      return Store.Kind.MAPPING;
    }
    if (file.endsWith(".schema.json")) {
      return Store.Kind.SCHEMA;
    }
    if (file.startsWith("samples/")) {
      return Store.Kind.SAMPLE;
    }
    return file.startsWith("tables/") ? Store.Kind.TABLE : Store.Kind.OTHER;
  }
}
