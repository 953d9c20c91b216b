package fieldloom.ui.shell;

import fieldloom.job.WebDocument;
import fieldloom.job.WebLogin;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.pack.TestCases;
import fieldloom.schema.Extent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import fieldloom.schema.SchemaReaders;
import fieldloom.store.DocumentPath;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.StoreResources;
import fieldloom.ui.samples.SampleShelf;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SampleException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the samples of a mapping in the store, in the folder {@code samples} beside it. Of a sample
 * that is too large its first records are kept.
 */
final class StoredSamples implements SampleShelf {
  private static final int LARGEST_BYTES = 16 << 20;

  /** Of these the first records are a shorter sample. */
  private static final Set<String> SHORTENED = Set.of("json", "ndjson", "xml", "csv");

  private final WorkspaceFiles files;
  private final String path;

  /**
   * @param path of the mapping in the workspace
   */
  StoredSamples(WorkspaceFiles files, String path) {
    this.files = files;
    this.path = path;
  }

  @Override
  public Task<Draft> text(EditorSession session, String name, byte[] content) {
    Document driver = session.mapping().driver();
    return () -> draft(driver, name, content);
  }

  @Override
  public Task<Draft> file(EditorSession session, Path file) {
    Document driver = session.mapping().driver();
    return () -> {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] content = in.readNBytes(LARGEST_BYTES + 1);
        return draft(driver, file.getFileName().toString(), content);
      }
    };
  }

  @Override
  public Task<Draft> fetch(EditorSession session, String address, WebLogin login) {
    Document driver = session.mapping().driver();
    return () -> {
      WebDocument got = WebDocument.get(address, LARGEST_BYTES + 1, login);
      return draft(driver, got.name(), got.content());
    };
  }

  @Override
  public Task<Draft> rows(EditorSession session, String name, List<Object> rows) {
    Mapping mapping = session.mapping();
    return () -> {
      Project project =
          Projects.load(mapping, new StoreResources(files.store(), files.workspace(), path));
      byte[] content = TestCases.input(project, rows);
      return draft(mapping.driver(), name + ending(mapping.driver()), content);
    };
  }

  private static String ending(Document driver) {
    return switch (driver.format()) {
      case "fixed" -> ".txt";
      case "table" -> ".json";
      default -> "." + driver.format();
    };
  }

  @Override
  public Task<Kept> put(EditorSession session, Draft draft) {
    SampleReader reader = files.reader(path, session.mapping(), session.schemas());
    return () ->
        new Kept(files.importSample(reader, path, draft.name(), draft.content()), draft.note());
  }

  private static Draft draft(Document driver, String name, byte[] content) throws SampleException {
    String fault = DocumentPath.fault(name);
    if (name.contains("/") || fault != null) {
      throw new SampleException(
          Workbench.TEXTS.get("sample.bad-name", name, fault == null ? "/" : fault));
    }
    if (content.length <= LARGEST_BYTES) {
      return new Draft(name, content, "");
    }
    SchemaFile shorter = firstRecords(driver, name, content);
    long records = shorter.extent() instanceof Extent.FirstRecords some ? some.records() : 0;
    return new Draft(
        name, shorter.content(), Workbench.TEXTS.get("sample.first-records", name, records));
  }

  private static SchemaFile firstRecords(Document driver, String name, byte[] content)
      throws SampleException {
    boolean lines = name.endsWith(".ndjson") || name.endsWith(".jsonl");
    String format = driver.format().equals("table") ? "json" : lines ? "ndjson" : driver.format();
    SchemaReader found =
        SchemaReaders.all().stream()
            .filter(r -> r.isSample() && r.name().equals(format) && SHORTENED.contains(format))
            .findFirst()
            .orElse(null);
    if (found == null) {
      throw new SampleException(Workbench.TEXTS.get("sample.too-large", name));
    }
    try {
      SchemaFile file = SchemaFile.of(name, content).withOptions(driver.options());
      return found.firstRecords(file.beginning());
    } catch (SchemaException e) {
      throw new SampleException(Workbench.TEXTS.get("sample.too-large", name));
    }
  }

  @Override
  public Task<Sample> read(EditorSession session, String sample) {
    SampleReader reader = files.reader(path, session.mapping(), session.schemas());
    return () -> files.sample(reader, path, sample);
  }

  @Override
  public Task<String> rename(EditorSession session, String sample, String name) {
    Mapping mapping = session.mapping();
    return () -> {
      refuseUsed(mapping, sample);
      String folder = DocumentPath.folder(sample);
      String to = DocumentPath.in(folder, name);
      String fault = DocumentPath.fault(to);
      if (name.isEmpty() || name.contains("/") || fault != null) {
        throw new SampleException(
            Workbench.TEXTS.get("sample.bad-name", name, fault == null ? "/" : fault));
      }
      Store store = files.store();
      if (store.document(files.workspace(), to).isPresent()) {
        throw new SampleException(Workbench.TEXTS.get("sample.taken", to));
      }
      Store.Document document = document(sample);
      store.save(files.workspace(), Store.Kind.SAMPLE, to, document.content());
      store.delete(files.workspace(), sample);
      return to;
    };
  }

  @Override
  public Task<List<String>> remove(EditorSession session, String sample) {
    Mapping mapping = session.mapping();
    return () -> {
      refuseUsed(mapping, sample);
      files.store().delete(files.workspace(), sample);
      return files.samples(path, mapping);
    };
  }

  private Store.Document document(String sample) throws StoreException, SampleException {
    Store.Document found = files.store().document(files.workspace(), sample).orElse(null);
    if (found == null) {
      throw new SampleException(Workbench.TEXTS.get("sample.gone", sample));
    }
    return found;
  }

  /** Tests and schemas name their files: without one the mapping would not be what it is. */
  private void refuseUsed(Mapping mapping, String sample) throws SampleException {
    String own = DocumentPath.in(DocumentPath.folder(path), "samples");
    if (!DocumentPath.folder(sample).equals(own)) {
      // It may be another mapping's, whose tests read it.
      throw new SampleException(Workbench.TEXTS.get("sample.elsewhere", sample, own));
    }
    for (Mapping.TestCase test : mapping.tests()) {
      boolean used =
          test.in().values().stream().anyMatch(file -> is(file, sample))
              || is(test.expect(), sample)
              || test.expects().values().stream().anyMatch(file -> is(file, sample));
      if (used) {
        throw new SampleException(Workbench.TEXTS.get("sample.tested", sample, test.name()));
      }
    }
    for (Document document : mapping.sources()) {
      if (document.schema() instanceof SchemaRef.File file && is(file.name(), sample)) {
        throw new SampleException(Workbench.TEXTS.get("sample.schema", sample, document.name()));
      }
    }
  }

  private boolean is(@Nullable String file, String sample) {
    return file != null && DocumentPath.in(DocumentPath.folder(path), file).equals(sample);
  }
}
