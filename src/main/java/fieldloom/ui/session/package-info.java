/**
 * What the designer edits and knows, without a toolkit: the mapping, its edits and their undo, the
 * selection, the sample, the newest preview, and how saving stands.
 */
@NullMarked
package fieldloom.ui.session;

import org.jspecify.annotations.NullMarked;
