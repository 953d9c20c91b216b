/** Functions for tables and lists looked up by key. */
@NullMarked
package fieldloom.function.lookup;

import org.jspecify.annotations.NullMarked;
