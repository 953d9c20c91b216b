/** Records outside of memory: a temporary store on disk for what a limit leaves no room for. */
@NullMarked
package fieldloom.spill;

import org.jspecify.annotations.NullMarked;
