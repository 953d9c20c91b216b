/** Functions for conversion between types and encodings. */
@NullMarked
package fieldloom.function.conversion;

import org.jspecify.annotations.NullMarked;
