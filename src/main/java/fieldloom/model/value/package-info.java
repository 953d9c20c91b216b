/**
 * What a record is made of while it moves: text, exact numbers, objects, lists, absent and null.
 */
@NullMarked
package fieldloom.model.value;

import org.jspecify.annotations.NullMarked;
