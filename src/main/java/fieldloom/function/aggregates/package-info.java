/** Functions for sums and other aggregates of lists. */
@NullMarked
package fieldloom.function.aggregates;

import org.jspecify.annotations.NullMarked;
