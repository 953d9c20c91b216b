/** What fields hold over a whole file. */
@NullMarked
package fieldloom.profile;

import org.jspecify.annotations.NullMarked;
