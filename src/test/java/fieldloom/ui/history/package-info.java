/** Tests of the history of edits. */
@NullMarked
package fieldloom.ui.history;

import org.jspecify.annotations.NullMarked;
