/** Functions for lists and objects. */
@NullMarked
package fieldloom.function.collections;

import org.jspecify.annotations.NullMarked;
