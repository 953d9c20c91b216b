package fieldloom.ui.catalog;

import fieldloom.catalog.Catalog;
import fieldloom.catalog.Templates;
import java.io.IOException;

/**
 * Catalog and templates as they are read in the background.
 *
 * @param templates mappings that are there for pairs of the catalog's documents
 */
public record CatalogSource(Catalog catalog, Templates templates) {

  /** What the program carries. */
  public static CatalogSource carried() throws IOException {
    return new CatalogSource(Catalog.carried(), Templates.carried());
  }
}
