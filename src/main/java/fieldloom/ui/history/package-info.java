/** All steps of the open mapping, to go back and forth among. */
@NullMarked
package fieldloom.ui.history;

import org.jspecify.annotations.NullMarked;
