/** Tests of the command line, in-process. */
@NullMarked
package fieldloom.cli;

import org.jspecify.annotations.NullMarked;
