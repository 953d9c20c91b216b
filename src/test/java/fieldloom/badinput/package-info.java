/** The corpus of bad input: each ends in one sentence. */
@NullMarked
package fieldloom.badinput;

import org.jspecify.annotations.NullMarked;
