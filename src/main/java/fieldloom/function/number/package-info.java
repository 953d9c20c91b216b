/** Functions for numbers. */
@NullMarked
package fieldloom.function.number;

import org.jspecify.annotations.NullMarked;
