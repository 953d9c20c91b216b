/** The window: rail, bars, menus, and what puts the views together. */
@NullMarked
package fieldloom.ui.shell;

import org.jspecify.annotations.NullMarked;
