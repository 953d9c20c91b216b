/** Chinese addresses and the divisions of the country. */
@NullMarked
package fieldloom.function.address;

import org.jspecify.annotations.NullMarked;
