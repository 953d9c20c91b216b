/** The compiler's passes and the plan they make; seen by {@code engine} alone. */
@NullMarked
package fieldloom.engine.internal;

import org.jspecify.annotations.NullMarked;
