/** Measures Fieldloom beside what one would use instead. */
@NullMarked
package fieldloom.bench;

import org.jspecify.annotations.NullMarked;
