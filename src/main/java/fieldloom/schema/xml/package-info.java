/** XML documents as samples. */
@NullMarked
package fieldloom.schema.xml;

import org.jspecify.annotations.NullMarked;
