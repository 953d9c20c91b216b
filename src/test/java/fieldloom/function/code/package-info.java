/** Tests of codes against lists that others keep. */
@NullMarked
package fieldloom.function.code;

import org.jspecify.annotations.NullMarked;
