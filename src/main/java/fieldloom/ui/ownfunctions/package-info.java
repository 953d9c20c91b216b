/** The editor of the functions that a mapping has of its own. */
@NullMarked
package fieldloom.ui.ownfunctions;

import org.jspecify.annotations.NullMarked;
