/** Tests of the table of rules. */
@NullMarked
package fieldloom.ui.table;

import org.jspecify.annotations.NullMarked;
