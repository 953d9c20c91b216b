/** The table of rules: one row a target field, as analysts' sheets are, edited in place. */
@NullMarked
package fieldloom.ui.table;

import org.jspecify.annotations.NullMarked;
