@NullMarked
package fieldloom.schema.ddl;

import org.jspecify.annotations.NullMarked;
