package fieldloom.ui.catalog;

import fieldloom.catalog.CatalogDocument;
import fieldloom.catalog.CatalogField;
import fieldloom.catalog.CatalogSystem;
import org.jspecify.annotations.Nullable;

/** A line of the list. */
public sealed interface CatalogRow {

  /**
   * The heading of a system's documents.
   *
   * @param documents how many follow
   */
  record Heading(CatalogSystem system, int documents) implements CatalogRow {}

  /**
   * A document.
   *
   * @param field the field that a search found in it; null where it found the document itself
   */
  record Entry(CatalogDocument document, @Nullable CatalogField field) implements CatalogRow {}
}
