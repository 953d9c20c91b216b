/** The store in an H2 file of the user's data folder. */
@NullMarked
package fieldloom.store.h2;

import org.jspecify.annotations.NullMarked;
