/** Functions for ids and what the run knows of itself. */
@NullMarked
package fieldloom.function.generate;

import org.jspecify.annotations.NullMarked;
