/** Tests of the steps that tell why a field has its value. */
@NullMarked
package fieldloom.ui.trace;

import org.jspecify.annotations.NullMarked;
