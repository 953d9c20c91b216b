package fieldloom.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A document that a search found.
 *
 * @param field the field that was found; null where title, id or system were
 */
public record CatalogHit(CatalogDocument document, @Nullable CatalogField field) {}
