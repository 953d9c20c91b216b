/** Sheets of Excel workbooks (.xlsx), read and written one row at a time. */
@NullMarked
package fieldloom.payload.xlsx;

import org.jspecify.annotations.NullMarked;
