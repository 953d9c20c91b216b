/** The first screen: new mapping, open, import, and what was edited lately. */
@NullMarked
package fieldloom.ui.start;

import org.jspecify.annotations.NullMarked;
