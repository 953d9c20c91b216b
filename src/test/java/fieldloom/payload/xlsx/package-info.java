@NullMarked
package fieldloom.payload.xlsx;

import org.jspecify.annotations.NullMarked;
