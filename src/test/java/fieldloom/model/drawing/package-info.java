@NullMarked
package fieldloom.model.drawing;

import org.jspecify.annotations.NullMarked;
