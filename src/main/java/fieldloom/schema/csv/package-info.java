/** CSV samples as schemas. */
@NullMarked
package fieldloom.schema.csv;

import org.jspecify.annotations.NullMarked;
