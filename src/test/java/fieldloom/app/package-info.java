/** Tests of how the program is put together. */
@NullMarked
package fieldloom.app;

import org.jspecify.annotations.NullMarked;
