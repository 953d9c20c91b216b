/** Tests of {@code fieldloom.ui.kit}. */
@NullMarked
package fieldloom.ui.kit;

import org.jspecify.annotations.NullMarked;
