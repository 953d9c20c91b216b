/** Why a target field has its value, step by step, and how the next ones come to theirs. */
@NullMarked
package fieldloom.ui.trace;

import org.jspecify.annotations.NullMarked;
