/** The samples that are kept with a mapping: where they come from, and which one is shown. */
@NullMarked
package fieldloom.ui.samples;

import org.jspecify.annotations.NullMarked;
