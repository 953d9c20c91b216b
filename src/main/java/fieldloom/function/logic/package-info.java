/** Functions for conditions and missing values. */
@NullMarked
package fieldloom.function.logic;

import org.jspecify.annotations.NullMarked;
