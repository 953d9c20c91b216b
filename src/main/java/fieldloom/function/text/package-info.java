/** Functions for text. */
@NullMarked
package fieldloom.function.text;

import org.jspecify.annotations.NullMarked;
