@NullMarked
package fieldloom.schema.openapi;

import org.jspecify.annotations.NullMarked;
