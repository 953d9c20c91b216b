/** Excel workbooks as samples. */
@NullMarked
package fieldloom.schema.xlsx;

import org.jspecify.annotations.NullMarked;
