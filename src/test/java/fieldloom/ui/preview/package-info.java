/** Tests of {@code fieldloom.ui.preview}. */
@NullMarked
package fieldloom.ui.preview;

import org.jspecify.annotations.NullMarked;
