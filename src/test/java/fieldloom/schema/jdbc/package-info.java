@NullMarked
package fieldloom.schema.jdbc;

import org.jspecify.annotations.NullMarked;
