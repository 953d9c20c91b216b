/** What the fields of a mapping's sources and targets hold over a whole file. */
@NullMarked
package fieldloom.profile;

import org.jspecify.annotations.NullMarked;
