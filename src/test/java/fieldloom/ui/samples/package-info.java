/** Samples in the window. */
@NullMarked
package fieldloom.ui.samples;

import org.jspecify.annotations.NullMarked;
