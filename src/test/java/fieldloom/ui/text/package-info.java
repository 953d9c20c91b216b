/** Tests of the rules as text. */
@NullMarked
package fieldloom.ui.text;

import org.jspecify.annotations.NullMarked;
