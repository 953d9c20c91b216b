/** XML documents. */
@NullMarked
package fieldloom.payload.xml;

import org.jspecify.annotations.NullMarked;
