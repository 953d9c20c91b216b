/** Profiles in the window. */
@NullMarked
package fieldloom.ui.profile;

import org.jspecify.annotations.NullMarked;
