/** Compiles a mapping and runs it record by record. */
@NullMarked
package fieldloom.engine;

import org.jspecify.annotations.NullMarked;
