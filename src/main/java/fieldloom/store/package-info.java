/**
 * The port to what is kept between sessions: workspaces, documents with their versions, jobs, runs.
 */
@NullMarked
package fieldloom.store;

import org.jspecify.annotations.NullMarked;
