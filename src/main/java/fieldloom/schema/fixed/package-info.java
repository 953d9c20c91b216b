/** Fixed-width options and samples as schemas. */
@NullMarked
package fieldloom.schema.fixed;

import org.jspecify.annotations.NullMarked;
