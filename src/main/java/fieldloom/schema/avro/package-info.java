/** Avro schemas. */
@NullMarked
package fieldloom.schema.avro;

import org.jspecify.annotations.NullMarked;
