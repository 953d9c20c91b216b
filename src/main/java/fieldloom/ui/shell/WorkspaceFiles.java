package fieldloom.ui.shell;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.job.ProjectLoader;
import fieldloom.model.Acceptances;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.schema.SchemaLoader;
import fieldloom.store.DocumentPath;
import fieldloom.store.Store;
import fieldloom.store.Store.DocumentInfo;
import fieldloom.store.Store.Kind;
import fieldloom.store.StoreException;
import fieldloom.store.StoreResources;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SampleException;
import fieldloom.ui.start.Recent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mappings and samples of a workspace, in and out of the store. Off the FX thread; thread-safe. */
final class WorkspaceFiles {
  private static final int RECENTS = 30;

  private final Store store;
  private final long workspace;
  private final ProjectLoader loader;

  WorkspaceFiles(Store store, long workspace, ProjectLoader loader) {
    this.store = store;
    this.workspace = workspace;
    this.loader = loader;
  }

  Store store() {
    return store;
  }

  long workspace() {
    return workspace;
  }

  /** Mappings of the workspace, the one edited last first, with how much of each is done. */
  List<Recent> recents() throws StoreException {
    List<DocumentInfo> mappings = new ArrayList<>(store.documents(workspace));
    mappings.removeIf(info -> info.kind() != Kind.MAPPING);
    mappings.sort(Comparator.comparing(DocumentInfo::saved).reversed());
    List<Recent> recents = new ArrayList<>();
    for (DocumentInfo info : mappings.subList(0, Math.min(RECENTS, mappings.size()))) {
      recents.add(recent(info));
    }
    return recents;
  }

  private Recent recent(DocumentInfo info) throws StoreException {
    try {
      Project project = project(document(info.path()));
      TargetFigures figures = TargetFigures.of(project.mapping(), project.schemas());
      int errors = (int) project.problems().stream().filter(p -> p.isError()).count();
      int warnings = Acceptances.open(project.mapping(), project.problems()).size() - errors;
      Recent.State state =
          errors > 0
              ? Recent.State.ERRORS
              : warnings > 0 ? Recent.State.WARNINGS : Recent.State.VALID;
      return new Recent(
          info.path(),
          project.mapping().name(),
          info.saved(),
          state,
          errors,
          warnings,
          figures.mapped(),
          figures.fields());
    } catch (PackException e) {
      return new Recent(
          info.path(), info.path(), info.saved(), Recent.State.UNREADABLE, 0, 0, 0, 0);
    }
  }

  /** Reads a mapping with its schemas, its samples' names and the first sample. */
  LoadedMapping load(String path) throws StoreException, PackException {
    Store.Document document = document(path);
    Project project = project(document);
    List<String> samples = samples(path, project.mapping());
    Sample first = null;
    String problem = null;
    if (!samples.isEmpty()) {
      try {
        first = sample(new SampleReader(project), path, samples.getFirst());
      } catch (SampleException e) {
        problem = e.getMessage();
      }
    }
    return new LoadedMapping(path, document.info().version(), project, samples, first, problem);
  }

  private Store.Document document(String path) throws StoreException {
    return store
        .document(workspace, path)
        .orElseThrow(
            () -> new StoreException("There is no \"" + path + "\" in the workspace any more."));
  }

  private Project project(Store.Document document) throws PackException {
    String path = document.info().path();
    return loader.load(document.content(), path, beside(path));
  }

  /** Reads samples of a mapping as it is being edited, with its schemas as they are shown. */
  SampleReader reader(String path, Mapping mapping, Map<String, SchemaTree> schemas) {
    return new SampleReader(mapping, schemas, beside(path));
  }

  /** The files beside a mapping. */
  StoreResources beside(String path) {
    return new StoreResources(store, workspace, path);
  }

  /** Puts a sample of that name beside a mapping; it must be readable as its source. */
  Sample importSample(SampleReader reader, String path, String name, byte[] content)
      throws StoreException, SampleException {
    String folder = DocumentPath.folder(path);
    String wanted = DocumentPath.in(folder, "samples/" + name);
    Optional<Store.Document> there = store.document(workspace, wanted);
    boolean same = there.isPresent() && Arrays.equals(there.get().content(), content);
    String sample = same ? wanted : free(wanted);
    if (!same) {
      store.save(workspace, Kind.SAMPLE, sample, content);
    }
    try {
      return sample(reader, path, sample);
    } catch (SampleException e) {
      if (!same) {
        store.delete(workspace, sample);
      }
      throw e;
    }
  }

  /** Writes the stored mapping with all it needs as a package. */
  Path export(String path, Path out) throws StoreException, PackException, IOException {
    PackageFiles.export(project(document(path)), path, out);
    return out;
  }

  /** Records of a sample, to be shown. */
  Sample sample(SampleReader reader, String path, String sample) throws SampleException {
    String folder = DocumentPath.folder(path);
    String beside = folder.isEmpty() ? sample : sample.substring(folder.length() + 1);
    return reader.read(sample, beside);
  }

  /** What may be shown beside the fields: the inputs of test cases first, then what lies around. */
  List<String> samples(String path, Mapping mapping) throws StoreException {
    String folder = DocumentPath.folder(path);
    String driver = mapping.driver().name();
    Set<String> outputs = new HashSet<>();
    Set<String> inputs = new LinkedHashSet<>();
    // A sample may serve as schema: the target's is no input, the source's is the first one.
    mapping.targets().forEach(target -> addSchema(folder, target, outputs));
    mapping.sources().stream().skip(1).forEach(source -> addSchema(folder, source, outputs));
    for (Mapping.TestCase test : mapping.tests()) {
      addIn(folder, test.in().get(driver), inputs);
      test.in().forEach((source, file) -> addIn(folder, file, outputs));
      test.tables().values().forEach(file -> addIn(folder, file, outputs));
      addIn(folder, test.expect(), outputs);
      test.expects().values().forEach(file -> addIn(folder, file, outputs));
    }
    for (DocumentInfo info : store.documents(workspace)) {
      if (info.kind() == Kind.SAMPLE
          && isBeside(folder, info.path())
          && !outputs.contains(info.path())) {
        inputs.add(info.path());
      }
    }
    List<String> found = new ArrayList<>();
    for (String input : inputs) {
      if (store.document(workspace, input).isPresent()) {
        found.add(input);
      }
    }
    return found;
  }

  /** Whether a sample lies in a mapping's folder or its samples; further folders are others'. */
  private static boolean isBeside(String folder, String sample) {
    String own = DocumentPath.folder(sample);
    return own.equals(folder) || own.equals(DocumentPath.in(folder, "samples"));
  }

  private static void addSchema(String folder, Document document, Set<String> to) {
    if (document.schema() instanceof SchemaRef.File file) {
      addIn(folder, file.name(), to);
    }
    JsonNode options = document.options();
    if (options != null) {
      options.path(SchemaLoader.SAMPLES).forEach(sample -> addIn(folder, sample.asText(), to));
    }
  }

  private static void addIn(String folder, @Nullable String file, Set<String> to) {
    if (file != null) {
      to.add(DocumentPath.in(folder, file));
    }
  }

  /** All samples of the workspace, for a run to read. */
  List<String> allSamples() throws StoreException {
    return store.documents(workspace).stream()
        .filter(info -> info.kind() == Kind.SAMPLE)
        .map(DocumentInfo::path)
        .toList();
  }

  /** A path that no document has: {@code order.json}, {@code order-2.json}. */
  String free(String wanted) throws StoreException {
    String path = wanted;
    int slash = wanted.lastIndexOf('/');
    int dot = Math.max(wanted.lastIndexOf('.'), 0);
    dot = dot > slash ? dot : wanted.length();
    for (int n = 2; store.document(workspace, path).isPresent(); n++) {
      path = wanted.substring(0, dot) + "-" + n + wanted.substring(dot);
    }
    return path;
  }
}
