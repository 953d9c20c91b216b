/** Holds the sample workspace to what it promises, and makes orders for long runs. */
@NullMarked
package fieldloom.sample;

import org.jspecify.annotations.NullMarked;
