/**
 * The function library: one declaration a function, from which help, completion, checks and tests
 * come.
 */
@NullMarked
package fieldloom.function;

import org.jspecify.annotations.NullMarked;
