/** The rules of the open mapping as text, a line each. */
@NullMarked
package fieldloom.ui.text;

import org.jspecify.annotations.NullMarked;
