/** Tests of {@code fieldloom.ui.landscape}. */
@NullMarked
package fieldloom.ui.landscape;

import org.jspecify.annotations.NullMarked;
