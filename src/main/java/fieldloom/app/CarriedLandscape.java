package fieldloom.app;

import fieldloom.catalog.CarriedFiles;
import fieldloom.landscape.Flow;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.LandscapeException;
import fieldloom.landscape.LandscapeFile;
import fieldloom.model.Job;
import fieldloom.store.Store;
import fieldloom.store.Store.NewDocument;
import fieldloom.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The landscape that the program carries: nine systems, seven vendors, a mapping for each flow. */
final class CarriedLandscape {
  private static final String FILE = "landscape/landscape.json";
  private static final String TEMPLATES = "templates";

  private CarriedLandscape() {}

  /** The landscape as it is carried; its flows name their jobs. */
  static Landscape landscape() throws IOException {
    Landscape landscape;
    try {
      landscape = LandscapeFile.read(CarriedFiles.read(FILE));
    } catch (LandscapeException e) {
      throw new IllegalStateException("the landscape that comes with the program is damaged", e);
    }
    for (Flow flow : List.copyOf(landscape.flows())) {
      landscape =
          landscape.with(
              new Flow(
                  flow.id(),
                  flow.from(),
                  flow.to(),
                  flow.title(),
                  flow.mapping(),
                  job(flow.id()).name()));
    }
    return landscape;
  }

  /** The folders of mappings, each named by its flow. */
  static List<String> templates() throws IOException {
    return CarriedFiles.list(TEMPLATES).stream()
        .filter(file -> file.endsWith("/" + JobFile.NAME))
        .map(file -> file.substring(0, file.indexOf('/')))
        .toList();
  }

  /** The flows of the named integrations. */
  static List<Flow> integrations() throws IOException {
    Landscape landscape = landscape();
    return landscape.edges(landscape.areas().getLast()).stream()
        .flatMap(edge -> edge.flows().stream())
        .toList();
  }

  /** Writes a flow's mapping with the files beside it into a folder. */
  static void layOut(Flow flow, Path folder) throws IOException {
    for (String file : CarriedFiles.list(TEMPLATES + "/" + flow.id())) {
      Path place = folder.resolve(flow.id()).resolve(file);
      Files.createDirectories(place.getParent());
      Files.write(place, CarriedFiles.read(TEMPLATES + "/" + flow.id() + "/" + file));
    }
  }

  /** The job of a flow, whose outputs go to the folder of outputs. */
  static Job job(String flow) throws IOException {
    return JobFile.read(
        CarriedFiles.read(TEMPLATES + "/" + flow + "/" + JobFile.NAME),
        file -> flow + "/" + file,
        file -> file);
  }

  /** Lays it out in a workspace. What is there is left alone: somebody may have worked on it. */
  static void layOut(Store store, long workspace) throws IOException, StoreException {
    layOut(store, workspace, List.of());
  }

  /**
   * Lays it out in a workspace, if that has no landscape yet, with flows of its own.
   *
   * @param more flows that the workspace has besides
   */
  static void layOut(Store store, long workspace, List<Flow> more)
      throws IOException, StoreException {
    List<NewDocument> documents = newDocuments(store, workspace, flow -> true);
    if (store.document(workspace, Landscape.PATH).isEmpty()) {
      Landscape landscape = landscape();
      for (Flow flow : more) {
        landscape = landscape.with(flow);
      }
      documents.add(
          new NewDocument(Store.Kind.OTHER, Landscape.PATH, LandscapeFile.write(landscape)));
    }
    store.saveAll(workspace, documents, newJobs(store, workspace, flow -> true));
  }

  /** Lays out mapping, samples and job of one flow; what is there is left alone. */
  static void layOutFlow(String flow, Store store, long workspace)
      throws IOException, StoreException {
    store.saveAll(
        workspace,
        newDocuments(store, workspace, flow::equals),
        newJobs(store, workspace, flow::equals));
  }

  private static List<NewDocument> newDocuments(
      Store store, long workspace, Predicate<String> wanted) throws IOException, StoreException {
    Set<String> there = new HashSet<>();
    store.documents(workspace).forEach(info -> there.add(info.path()));
    List<NewDocument> documents = new ArrayList<>();
    for (String file : CarriedFiles.list(TEMPLATES)) {
      String flow = file.substring(0, file.indexOf('/'));
      String beside = file.substring(file.indexOf('/') + 1);
      if (wanted.test(flow) && !beside.equals(JobFile.NAME) && !there.contains(file)) {
        documents.add(
            new NewDocument(Sample.kind(beside), file, CarriedFiles.read(TEMPLATES + "/" + file)));
      }
    }
    return documents;
  }

  private static List<Job> newJobs(Store store, long workspace, Predicate<String> wanted)
      throws IOException, StoreException {
    Set<String> there = new HashSet<>();
    store.jobs(workspace).forEach(job -> there.add(job.name()));
    List<Job> jobs = new ArrayList<>();
    for (String flow : templates()) {
      if (wanted.test(flow)) {
        Job job = job(flow);
        if (!there.contains(job.name())) {
          jobs.add(job);
        }
      }
    }
    return jobs;
  }
}
