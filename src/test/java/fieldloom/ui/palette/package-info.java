/** Tests of the palette of functions. */
@NullMarked
package fieldloom.ui.palette;

import org.jspecify.annotations.NullMarked;
