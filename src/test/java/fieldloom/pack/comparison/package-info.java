@NullMarked
package fieldloom.pack.comparison;

import org.jspecify.annotations.NullMarked;
