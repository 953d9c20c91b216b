@NullMarked
package fieldloom.payload.edi;

import org.jspecify.annotations.NullMarked;
