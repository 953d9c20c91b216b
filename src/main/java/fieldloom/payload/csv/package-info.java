/** CSV after RFC 4180, read and written one row at a time. */
@NullMarked
package fieldloom.payload.csv;

import org.jspecify.annotations.NullMarked;
