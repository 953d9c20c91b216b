/** What is different between two mappings, as values and in words. */
@NullMarked
package fieldloom.model.difference;

import org.jspecify.annotations.NullMarked;
