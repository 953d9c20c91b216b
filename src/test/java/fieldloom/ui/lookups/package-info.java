/** Tests of the editor of lookup tables. */
@NullMarked
package fieldloom.ui.lookups;

import org.jspecify.annotations.NullMarked;
