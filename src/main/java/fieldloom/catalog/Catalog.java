package fieldloom.catalog;

import fieldloom.model.SchemaTree;
import fieldloom.schema.CatalogSchemas;
import fieldloom.schema.SchemaException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The documents of business systems that the program carries: what there is, of which fields, with
 * which samples, and which of them a typed text finds. Immutable and thread-safe.
 */
public final class Catalog {
  private static final String FOLDER = "catalog";
  private static final String SYSTEMS = "systems.json";
  private static final String SAMPLES = "/samples/";

  private final FileSet files;
  private final List<CatalogSystem> systems;
  private final Map<String, CatalogDocument> documents = new LinkedHashMap<>();
  private final CatalogIndex index;

  private Catalog(FileSet files) throws IOException {
    this.files = files;
    this.systems = SystemsFile.read(files.read(SYSTEMS));
    List<String> paths = files.list();
    List<String> ids = paths.stream().<String>mapMulti(Catalog::addId).sorted().toList();
    for (CatalogSystem system : systems) {
      for (String id : ids) {
        if (id.startsWith(system.id() + "/")) {
          documents.put(id, document(system, id, paths));
        }
      }
    }
    this.index = new CatalogIndex(documents.values());
  }

  /** The catalog that the program carries. Reads all of it; not on the FX thread. */
  public static Catalog carried() throws IOException {
    return read(FileSet.carried(FOLDER));
  }

  /**
   * Reads a catalog: {@code systems.json}, schemas as {@code crm/account.schema.json}, samples as
   * {@code crm/samples/account-1.json}.
   *
   * @throws IOException where a file cannot be read, or is not what it should be
   */
  public static Catalog read(FileSet files) throws IOException {
    return new Catalog(files);
  }

  private static void addId(String path, Consumer<String> ids) {
    String id = CatalogSchemas.id(path);
    if (id != null) {
      ids.accept(id);
    }
  }

  private CatalogDocument document(CatalogSystem system, String id, List<String> paths)
      throws IOException {
    SchemaTree schema;
    try {
      schema = CatalogSchemas.parse(id, files.read(CatalogSchemas.file(id)));
    } catch (SchemaException e) {
      throw new IOException("The catalog's document " + id + " is damaged: " + e.getMessage(), e);
    }
    String name = id.substring(system.id().length() + 1);
    String sample = system.id() + SAMPLES + name + "-";
    List<String> samples =
        paths.stream()
            .filter(file -> file.startsWith(sample) && isNumbered(file, sample))
            .map(file -> file.substring(system.id().length() + SAMPLES.length()))
            .sorted(SampleOrder.BY_NUMBER)
            .toList();
    return new CatalogDocument(
        system,
        id,
        schema.root().titles(),
        Objects.requireNonNullElse(schema.root().facets().documentation(), ""),
        schema,
        CatalogField.of(schema),
        samples);
  }

  /** {@code order-1.json} is a sample of order, {@code order-line-1.json} is not. */
  private static boolean isNumbered(String file, String start) {
    return file.substring(start.length()).matches("\\d+\\.json");
  }

  /** All systems, the nine before the vendors; one of them may have no document. */
  public List<CatalogSystem> systems() {
    return systems;
  }

  /** All documents, system by system. */
  public List<CatalogDocument> documents() {
    return List.copyOf(documents.values());
  }

  /** Documents of one system. */
  public List<CatalogDocument> documents(CatalogSystem system) {
    return documents.values().stream().filter(each -> each.system().equals(system)).toList();
  }

  /** The document of that id; null where there is none. */
  public @Nullable CatalogDocument document(String id) {
    return documents.get(id);
  }

  /**
   * A sample's content.
   *
   * @param sample one of {@link CatalogDocument#samples()}
   */
  public byte[] sample(CatalogDocument document, String sample) throws IOException {
    return files.read(document.system().id() + SAMPLES + sample);
  }

  /** A sample's content to be read by people: a value a line, numbers as they are written. */
  public String sampleText(CatalogDocument document, String sample) throws IOException {
    return PrettyJson.of(sample(document, sample));
  }

  /**
   * Documents in which each of the typed words is found: in their titles, ids and systems, else in
   * the names and titles of their fields; Chinese also by pinyin. Where a word begins before where
   * it stands inside another, titles before fields.
   *
   * @param typed nothing typed finds all
   */
  public List<CatalogHit> search(String typed) {
    List<String> words =
        Stream.of(typed.strip().split("[\\s\\u3000]+")).filter(word -> !word.isEmpty()).toList();
    return words.isEmpty()
        ? documents.values().stream().map(each -> new CatalogHit(each, null)).toList()
        : index.search(words);
  }
}
