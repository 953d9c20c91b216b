/** The editor of lookup tables: a grid, what is doubled in it and what samples miss in it. */
@NullMarked
package fieldloom.ui.lookups;

import org.jspecify.annotations.NullMarked;
