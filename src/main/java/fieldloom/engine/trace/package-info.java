/** What a trace tells people: the steps on the way to a field's value, and their words. */
@NullMarked
package fieldloom.engine.trace;

import org.jspecify.annotations.NullMarked;
