/** What the build holds every source file to. */
@NullMarked
package fieldloom.build;

import org.jspecify.annotations.NullMarked;
