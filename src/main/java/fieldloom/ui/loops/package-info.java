/** The editor of loops: what they go over, join, leave out, group and sort. */
@NullMarked
package fieldloom.ui.loops;

import org.jspecify.annotations.NullMarked;
