/** Lookup tables read as calendars, as units and as rates. */
@NullMarked
package fieldloom.function.table;

import org.jspecify.annotations.NullMarked;
