/** XML Schema 1.0, with the files it includes and imports. */
@NullMarked
package fieldloom.schema.xsd;

import org.jspecify.annotations.NullMarked;
