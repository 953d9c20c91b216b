/** Tests of rows as records, on H2 and on real servers. */
@NullMarked
package fieldloom.payload.table;

import org.jspecify.annotations.NullMarked;
