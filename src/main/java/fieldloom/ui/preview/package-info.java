/** The pane that shows what a sample becomes. */
@NullMarked
package fieldloom.ui.preview;

import org.jspecify.annotations.NullMarked;
