/** Tests of {@code fieldloom.ui.shell}. */
@NullMarked
package fieldloom.ui.shell;

import org.jspecify.annotations.NullMarked;
