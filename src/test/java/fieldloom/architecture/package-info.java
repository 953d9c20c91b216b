/** The arrows of the design, held by ArchUnit. */
@NullMarked
package fieldloom.architecture;

import org.jspecify.annotations.NullMarked;
