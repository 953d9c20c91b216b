/** Tests of the loop editor. */
@NullMarked
package fieldloom.ui.loops;

import org.jspecify.annotations.NullMarked;
