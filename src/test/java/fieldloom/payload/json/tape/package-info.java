@NullMarked
package fieldloom.payload.json.tape;

import org.jspecify.annotations.NullMarked;
