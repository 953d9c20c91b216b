/** The list of runs, what one of them did, and the dialog that starts one. */
@NullMarked
package fieldloom.ui.jobs;

import org.jspecify.annotations.NullMarked;
