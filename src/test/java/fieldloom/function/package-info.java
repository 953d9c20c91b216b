/** Tests of the function library: the list as a whole, its examples, and tables of hard cases. */
@NullMarked
package fieldloom.function;

import org.jspecify.annotations.NullMarked;
