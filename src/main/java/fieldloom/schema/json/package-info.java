/** JSON Schema, and JSON and NDJSON samples, as schemas. */
@NullMarked
package fieldloom.schema.json;

import org.jspecify.annotations.NullMarked;
