/** The designer: opens the window, or draws it into a picture without one. */
@NullMarked
package fieldloom.ui;

import org.jspecify.annotations.NullMarked;
