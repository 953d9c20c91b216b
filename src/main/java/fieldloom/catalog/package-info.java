/** The documents of business systems that the program carries. */
@NullMarked
package fieldloom.catalog;

import org.jspecify.annotations.NullMarked;
