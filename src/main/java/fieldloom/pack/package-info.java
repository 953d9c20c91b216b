/** Mapping files and packages, in and out. */
@NullMarked
package fieldloom.pack;

import org.jspecify.annotations.NullMarked;
