/** Tests of {@code fieldloom.ui.tests}. */
@NullMarked
package fieldloom.ui.tests;

import org.jspecify.annotations.NullMarked;
