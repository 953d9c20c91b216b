@NullMarked
package fieldloom.schema.edi;

import org.jspecify.annotations.NullMarked;
