/**
 * Samples made up from schemas, so that a mapping can be tried before there are any, and personal
 * data of samples that there are, replaced.
 */
@NullMarked
package fieldloom.generate;

import org.jspecify.annotations.NullMarked;
