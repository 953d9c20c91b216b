@NullMarked
package fieldloom.schema;

import org.jspecify.annotations.NullMarked;
