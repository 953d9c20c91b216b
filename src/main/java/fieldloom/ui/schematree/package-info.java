/**
 * The tree of a source's or target's fields: a model of rows that opens lazily, and the region that
 * shows them with recycled cells.
 */
@NullMarked
package fieldloom.ui.schematree;

import org.jspecify.annotations.NullMarked;
