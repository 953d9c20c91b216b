/** Tests of the list of problems and of what mends them. */
@NullMarked
package fieldloom.ui.problems;

import org.jspecify.annotations.NullMarked;
