/** Tests of the engine that need its inside. */
@NullMarked
package fieldloom.engine.internal;

import org.jspecify.annotations.NullMarked;
