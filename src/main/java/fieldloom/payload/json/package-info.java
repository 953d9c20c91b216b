/** JSON and NDJSON, read and written one record at a time. */
@NullMarked
package fieldloom.payload.json;

import org.jspecify.annotations.NullMarked;
