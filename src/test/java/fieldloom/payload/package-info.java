@NullMarked
package fieldloom.payload;

import org.jspecify.annotations.NullMarked;
