/** Tests of the editor of own functions. */
@NullMarked
package fieldloom.ui.ownfunctions;

import org.jspecify.annotations.NullMarked;
