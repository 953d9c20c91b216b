/**
 * The landscape: systems, what flows between them and how it goes. Where things are is computed
 * without a toolkit ({@code LayoutBuilder}); the views draw it and turn gestures into edits, each a
 * function from one landscape to the next.
 */
@NullMarked
package fieldloom.ui.landscape;

import org.jspecify.annotations.NullMarked;
