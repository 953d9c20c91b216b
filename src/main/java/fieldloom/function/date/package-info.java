/** Functions for dates and times. */
@NullMarked
package fieldloom.function.date;

import org.jspecify.annotations.NullMarked;
