package fieldloom.schema;

import fieldloom.model.SchemaTree;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of the catalog that the program carries: which file a catalog id means, and what is in
 * it. Mappings and the catalog's own pages both come here.
 */
public final class CatalogSchemas {
  private static final String ROOT = "/assets/catalog/";
  private static final String END = ".schema.json";

  private CatalogSchemas() {}

  /** The id of a schema file, {@code crm/account.schema.json}; null for any other file. */
  public static @Nullable String id(String path) {
    return path.endsWith(END) ? path.substring(0, path.length() - END.length()) : null;
  }

  /** The schema file of an id, from the catalog's folder: {@code crm/account.schema.json}. */
  public static String file(String id) {
    return id + END;
  }

  /**
   * Reads the schema of an id.
   *
   * @throws FileNotFoundException where the catalog has none of that id
   */
  static SchemaTree read(String id) throws IOException, SchemaException {
    try (InputStream in = CatalogSchemas.class.getResourceAsStream(ROOT + file(id))) {
      if (in == null || id.contains("..")) {
        throw new FileNotFoundException(id);
      }
      return parse(id, in.readAllBytes());
    }
  }

  /** Reads the content of a catalog's schema file. */
  public static SchemaTree parse(String id, byte[] content) throws SchemaException {
    return SchemaReaders.read(file(id), content, "json-schema");
  }
}
