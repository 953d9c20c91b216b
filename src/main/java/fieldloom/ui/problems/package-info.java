/** What is wrong with the mapping, as a list to walk through. */
@NullMarked
package fieldloom.ui.problems;

import org.jspecify.annotations.NullMarked;
