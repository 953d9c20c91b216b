package fieldloom.ui.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.SchemaRef;
import fieldloom.schema.SchemaLoader;
import fieldloom.store.DocumentPath;
import fieldloom.store.Store;
import fieldloom.store.Store.Kind;
import fieldloom.store.StoreException;
import fieldloom.store.StoreResources;
import fieldloom.ui.schemas.SchemaKeeper;
import fieldloom.ui.schemas.SchemaPick;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps picked schemas as documents of the workspace. Off the FX thread. */
final class PickedDocuments implements SchemaKeeper {
  /** What chooses among the things of a schema; another schema has other things. */
  private static final List<String> CHOICES =
      List.of("root", "operation", "part", SchemaLoader.SAMPLES);

  private final WorkspaceFiles files;
  private final String mapping;

  /**
   * @param mapping path of the mapping in the workspace
   */
  PickedDocuments(WorkspaceFiles files, String mapping) {
    this.files = files;
    this.mapping = mapping;
  }

  @Override
  public Kept keep(Side side, Document old, SchemaPick pick) throws StoreException {
    Document document =
        save(files, DocumentPath.folder(mapping), old.name(), pick, old, old.extras());
    StoreResources beside = new StoreResources(files.store(), files.workspace(), mapping);
    return new Kept(document, SchemaLoader.load(document, side == Side.TARGET, beside));
  }

  /**
   * Saves the files of a schema in a folder; what is there of the same content is taken as it is,
   * what is there of other content stays beside it.
   *
   * @param old the source or target that had another schema; null for a new one
   * @return a source or target of that name with the schema
   */
  static Document save(
      WorkspaceFiles files,
      String folder,
      String name,
      SchemaPick pick,
      @Nullable Document old,
      Extras extras)
      throws StoreException {
    ObjectNode options = options(pick, old);
    SchemaRef schema;
    if (pick.catalog() != null) {
      schema = new SchemaRef.Catalog(pick.catalog());
    } else {
      List<String> paths = saveFiles(files, folder, pick);
      schema = new SchemaRef.File(paths.getFirst());
      for (String further : paths.subList(1, paths.size())) {
        options.withArray(SchemaLoader.SAMPLES).add(further);
      }
    }
    return new Document(
        name,
        pick.format(),
        schema,
        options.isEmpty() ? null : options,
        old == null ? null : old.intake(),
        extras);
  }

  /** What the old options said of writing holds on, where the format is the same. */
  private static ObjectNode options(SchemaPick pick, @Nullable Document old) {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    JsonNode before = old == null ? null : old.options();
    if (before instanceof ObjectNode known && old.format().equals(pick.format())) {
      options.setAll(known);
      options.remove(pick.voids());
      options.remove(CHOICES);
    }
    if (pick.options() instanceof ObjectNode own) {
      options.setAll(own);
    }
    return options;
  }

  /** Saves the files and tells where the picked ones are, from the folder on. */
  private static List<String> saveFiles(WorkspaceFiles files, String folder, SchemaPick pick)
      throws StoreException {
    boolean single = pick.files().size() == 1;
    String only = pick.names().getFirst();
    String at = single ? single(files, folder, only, pick.files().get(only)) : "";
    String prefix = single ? "" : prefix(files, folder, pick.files());
    List<Store.NewDocument> all = new ArrayList<>();
    pick.files()
        .forEach(
            (name, content) -> {
              String path = single ? at : prefix + name;
              Kind kind = pick.sample() && pick.names().contains(name) ? Kind.SAMPLE : Kind.SCHEMA;
              all.add(new Store.NewDocument(kind, DocumentPath.in(folder, path), content));
            });
    for (Map.Entry<String, byte[]> sample : pick.samples().entrySet()) {
      String wanted = DocumentPath.in(folder, "samples/" + sample.getKey());
      String path = holds(files, wanted, sample.getValue()) ? wanted : files.free(wanted);
      all.add(new Store.NewDocument(Kind.SAMPLE, path, sample.getValue()));
    }
    files.store().saveAll(files.workspace(), all, List.of());
    return single ? List.of(at) : pick.names().stream().map(name -> prefix + name).toList();
  }

  private static String single(
      WorkspaceFiles files, String folder, String name, byte @Nullable [] content)
      throws StoreException {
    String wanted = DocumentPath.in(folder, name);
    String path = holds(files, wanted, content) ? wanted : files.free(wanted);
    return folder.isEmpty() ? path : path.substring(folder.length() + 1);
  }

  /** Files that refer to each other keep their places to each other: they move together. */
  private static String prefix(WorkspaceFiles files, String folder, Map<String, byte[]> wanted)
      throws StoreException {
    String prefix = "";
    for (int n = 2; !fits(files, folder, prefix, wanted); n++) {
      prefix = "schema-" + n + "/";
    }
    return prefix;
  }

  private static boolean fits(
      WorkspaceFiles files, String folder, String prefix, Map<String, byte[]> wanted)
      throws StoreException {
    for (Map.Entry<String, byte[]> file : wanted.entrySet()) {
      if (!holds(files, DocumentPath.in(folder, prefix + file.getKey()), file.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a place is free, or has the very same content. */
  private static boolean holds(WorkspaceFiles files, String path, byte @Nullable [] content)
      throws StoreException {
    Optional<Store.Document> there = files.store().document(files.workspace(), path);
    return there.isEmpty() || Arrays.equals(there.get().content(), content);
  }
}
