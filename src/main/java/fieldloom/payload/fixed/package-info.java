/** Lines of fields at fixed positions, read and written one record at a time. */
@NullMarked
package fieldloom.payload.fixed;

import org.jspecify.annotations.NullMarked;
