/** Readers and writers of records, streaming, one format a folder. */
@NullMarked
package fieldloom.payload;

import org.jspecify.annotations.NullMarked;
