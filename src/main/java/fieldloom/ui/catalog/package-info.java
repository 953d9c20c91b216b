/** The browser of the catalog, and mappings that are made of two of its documents. */
@NullMarked
package fieldloom.ui.catalog;

import org.jspecify.annotations.NullMarked;
