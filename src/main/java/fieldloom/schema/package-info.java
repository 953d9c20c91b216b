/** Readers of schemas, one kind a folder. */
@NullMarked
package fieldloom.schema;

import org.jspecify.annotations.NullMarked;
