/** Runs mappings over files, and jobs from the store, with counts and errors. */
@NullMarked
package fieldloom.job;

import org.jspecify.annotations.NullMarked;
