package fieldloom.ui.shell;

import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.pack.MappingFile;
import fieldloom.store.Store.Kind;
import fieldloom.store.StoreException;
import fieldloom.ui.schemas.SchemaPick;
import java.util.Locale;

/**
 * Makes a mapping of two schemas, read of files or of the catalog. A sample serves as the schema
 * too, and the source's is the first whose values are shown.
 *
 * @param name what the mapping is called
 */
record NewMapping(SchemaPick source, SchemaPick target, String name) {

  /**
   * Puts files and mapping into a folder of their own in the workspace.
   *
   * @return path of the mapping
   */
  String create(WorkspaceFiles files) throws StoreException {
    String folder = slug(name);
    String path = files.free(folder + "/" + folder + ".flmap");
    folder = path.substring(0, path.indexOf('/'));
    Document from = document(files, folder, source, "source");
    Document to = document(files, folder, target, from.name());
    Mapping mapping = Mapping.empty(name, from, to);
    files.store().save(files.workspace(), Kind.MAPPING, path, MappingFile.write(mapping));
    return path;
  }

  private static Document document(
      WorkspaceFiles files, String folder, SchemaPick pick, String taken) throws StoreException {
    return PickedDocuments.save(files, folder, documentName(pick, taken), pick, null, Extras.NONE);
  }

  /** A plain name from the file's: {@code crm-order.schema.json} gives {@code crmOrder}. */
  private static String documentName(SchemaPick pick, String taken) {
    String catalog = pick.catalog();
    String origin =
        catalog != null
            ? catalog.substring(catalog.indexOf('/') + 1)
            : title(lastPart(pick.names().getFirst()));
    String name = plainName(origin);
    String made = name.isEmpty() ? pick.tree().root().name().replaceAll("\\W", "") : name;
    made = made.isEmpty() ? "record" : made;
    return made.equals(taken) ? made + "2" : made;
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
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
  static String title(String fileName) {
    return fileName.replaceFirst("(\\.schema)?\\.[^.]*$", "");
  }
}
