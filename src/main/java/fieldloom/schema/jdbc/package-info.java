/** Tables, their keys and queries of a database as schemas. */
@NullMarked
package fieldloom.schema.jdbc;

import org.jspecify.annotations.NullMarked;
