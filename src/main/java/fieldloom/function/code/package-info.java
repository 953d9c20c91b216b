/** Functions for codes that carry a check digit, and for those of ISO. */
@NullMarked
package fieldloom.function.code;

import org.jspecify.annotations.NullMarked;
