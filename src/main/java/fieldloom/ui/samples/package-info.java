/**
 * The samples that are kept with a mapping: where they come from, which one is shown, how they are
 * made from a schema, and how what is personal in real ones is masked.
 */
@NullMarked
package fieldloom.ui.samples;

import org.jspecify.annotations.NullMarked;
