/** Tests of the comparison of mappings. */
@NullMarked
package fieldloom.model.difference;

import org.jspecify.annotations.NullMarked;
