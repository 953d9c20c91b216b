/** Tests of {@code fieldloom.ui.jobs}. */
@NullMarked
package fieldloom.ui.jobs;

import org.jspecify.annotations.NullMarked;
