package fieldloom.ui.shell;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.pack.MappingFile;
import fieldloom.payload.PayloadFormats;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import fieldloom.schema.SchemaReaders;
import fieldloom.store.Store;
import fieldloom.store.Store.Kind;
import fieldloom.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Makes a mapping of two files, each a schema or a sample. A sample serves as the schema too, and
 * the source's is the first whose values are shown.
 *
 * @param source file of the source
 * @param target file of the target
 * @param name what the mapping is called
 */
record NewMapping(Path source, Path target, String name) {
  /** Endings of the files that are offered as samples and schemas. */
  static final List<String> ENDINGS =
      List.of("json", "ndjson", "jsonl", "csv", "tsv", "xml", "xsd", "edi", "x12", "edifact");

  private static final long LARGEST_BYTES = 16L << 20;

  /**
   * Puts files and mapping into a folder of their own in the workspace.
   *
   * @return path of the mapping
   */
  String create(WorkspaceFiles files) throws StoreException, SchemaException, IOException {
    Store store = files.store();
    String folder = slug(name);
    String path = files.free(folder + "/" + folder + ".flmap");
    folder = path.substring(0, path.indexOf('/'));
    Document from = document(files, folder, source, "source");
    Document to = document(files, folder, target, from.name());
    Mapping mapping = Mapping.empty(name, from, to);
    store.save(files.workspace(), Kind.MAPPING, path, MappingFile.write(mapping));
    return path;
  }

  private static Document document(WorkspaceFiles files, String folder, Path file, String taken)
      throws StoreException, SchemaException, IOException {
    byte[] content = read(file);
    String fileName = file.getFileName().toString();
    // Read before anything is kept: a file that is no schema must not lie about in the workspace.
    SchemaTree schema = SchemaReaders.read(fileName, content, null);
    SchemaReader reader = SchemaReaders.choose(SchemaFile.of(fileName, content), null);
    boolean isSchema = !isFormat(reader.name());
    String path = files.free(folder + "/" + fileName.replace('\\', '-'));
    files.store().save(files.workspace(), isSchema ? Kind.SCHEMA : Kind.SAMPLE, path, content);
    String name = documentName(fileName, schema, taken);
    return new Document(
        name, format(reader), new SchemaRef.File(path.substring(folder.length() + 1)));
  }

  static byte[] read(Path file) throws IOException {
    if (Files.size(file) > LARGEST_BYTES) {
      throw new IOException(
          "The file " + file + " is larger than 16 MB; choose a smaller sample of it.");
    }
    return Files.readAllBytes(file);
  }

  /** Whether payloads are of that kind, and not only schemas. */
  private static boolean isFormat(String name) {
    return PayloadFormats.all().stream().anyMatch(format -> format.name().equals(name));
  }

  private static String format(SchemaReader reader) {
    return switch (reader.name()) {
      case "xsd" -> "xml";
      case "edi-schema" -> "edi";
      default -> isFormat(reader.name()) ? reader.name() : "json";
    };
  }

  /** A plain name from the file's: {@code crm-order.schema.json} gives {@code crmOrder}. */
  private static String documentName(String fileName, SchemaTree schema, String taken) {
    String name = plainName(fileName.replaceFirst("(\\.schema)?\\.[^.]*$", ""));
    String made = name.isEmpty() ? schema.root().name().replaceAll("\\W", "") : name;
    made = made.isEmpty() ? "record" : made;
    return made.equals(taken) ? made + "2" : made;
  }

  /** Letters and digits as one word: {@code crm-order} gives {@code crmOrder}. */
  static String plainName(String text) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (int c : text.codePoints().toArray()) {
      if (!Character.isUnicodeIdentifierPart(c)) {
        upper = !name.isEmpty();
      } else if (!name.isEmpty() || Character.isUnicodeIdentifierStart(c)) {
        name.appendCodePoint(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name.toString();
  }

  /** A folder's name: small letters and digits of any script, the rest dashes. */
  static String slug(String text) {
    String slug =
        text.strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    return slug.isEmpty() ? "mapping" : slug;
  }

  /** What a file is called, without what its ending says. */
  static String title(Path file) {
    return file.getFileName().toString().replaceFirst("(\\.schema)?\\.[^.]*$", "");
  }
}
