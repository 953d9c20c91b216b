/** Choosing the schema of a source or target, and replacing one that a mapping has. */
@NullMarked
package fieldloom.ui.schemas;

import org.jspecify.annotations.NullMarked;
