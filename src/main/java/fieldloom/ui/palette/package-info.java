/** The functions of the library and of the mapping, to be looked up and put into rules. */
@NullMarked
package fieldloom.ui.palette;

import org.jspecify.annotations.NullMarked;
