/** Tests of generated ids. */
@NullMarked
package fieldloom.function.generate;

import org.jspecify.annotations.NullMarked;
