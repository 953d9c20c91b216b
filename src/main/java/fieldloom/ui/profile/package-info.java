/** What the fields of the open mapping hold over a whole file. */
@NullMarked
package fieldloom.ui.profile;

import org.jspecify.annotations.NullMarked;
