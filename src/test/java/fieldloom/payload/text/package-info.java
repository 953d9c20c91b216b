@NullMarked
package fieldloom.payload.text;

import org.jspecify.annotations.NullMarked;
