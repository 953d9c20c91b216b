/** Schemas of EDI messages as StAEDI has them, and interchanges as samples. */
@NullMarked
package fieldloom.schema.edi;

import org.jspecify.annotations.NullMarked;
