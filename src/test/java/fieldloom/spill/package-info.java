/** Tests of records outside of memory. */
@NullMarked
package fieldloom.spill;

import org.jspecify.annotations.NullMarked;
