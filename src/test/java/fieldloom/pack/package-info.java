@NullMarked
package fieldloom.pack;

import org.jspecify.annotations.NullMarked;
