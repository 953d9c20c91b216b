/** The command line, one class a command. No command but the bare one needs a display. */
@NullMarked
package fieldloom.cli;

import org.jspecify.annotations.NullMarked;
