/**
 * The composition root: the only place that names the store, the window and the commands together.
 */
@NullMarked
package fieldloom.app;

import org.jspecify.annotations.NullMarked;
