/** What the readers of text formats share: strict decoding, a window on the record, options. */
@NullMarked
package fieldloom.payload.text;

import org.jspecify.annotations.NullMarked;
