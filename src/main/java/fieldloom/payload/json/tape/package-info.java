/**
 * Reads UTF-8 JSON records without making values of them: what a mapping reads is noted on a tape
 * of numbers, the rest is checked and passed over.
 */
@NullMarked
package fieldloom.payload.json.tape;

import org.jspecify.annotations.NullMarked;
