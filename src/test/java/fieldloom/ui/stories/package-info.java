/** Whole stories through the real window, headless. */
@NullMarked
package fieldloom.ui.stories;

import org.jspecify.annotations.NullMarked;
