/** Generated samples and masked ones. */
@NullMarked
package fieldloom.generate;

import org.jspecify.annotations.NullMarked;
