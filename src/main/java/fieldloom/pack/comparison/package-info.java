/** What differs between documents, field by field, as a value. */
@NullMarked
package fieldloom.pack.comparison;

import org.jspecify.annotations.NullMarked;
