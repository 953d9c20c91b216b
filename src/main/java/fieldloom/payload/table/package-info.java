/** Rows of database tables and queries, read and written as records. */
@NullMarked
package fieldloom.payload.table;

import org.jspecify.annotations.NullMarked;
