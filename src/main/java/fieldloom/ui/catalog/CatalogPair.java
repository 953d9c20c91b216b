package fieldloom.ui.catalog;

import fieldloom.catalog.Catalog;
import fieldloom.catalog.CatalogDocument;

/**
 * A mapping that is to be made of two documents of the catalog.
 *
 * @param catalog has the documents' samples
 * @param name what the mapping is to be called, not blank
 */
public record CatalogPair(
    Catalog catalog, CatalogDocument source, CatalogDocument target, String name) {}
