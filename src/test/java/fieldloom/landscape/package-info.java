@NullMarked
package fieldloom.landscape;

import org.jspecify.annotations.NullMarked;
