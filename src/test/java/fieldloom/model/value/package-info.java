@NullMarked
package fieldloom.model.value;

import org.jspecify.annotations.NullMarked;
