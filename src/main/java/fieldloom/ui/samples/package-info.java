/** Making samples: from a schema, and from real data with what is personal in it masked. */
@NullMarked
package fieldloom.ui.samples;

import org.jspecify.annotations.NullMarked;
