/**
 * X12 and EDIFACT: a record a transaction set or message, its segments, loops and composites by
 * name. What a name means is in {@link fieldloom.payload.edi.EdiNames}.
 */
@NullMarked
package fieldloom.payload.edi;

import org.jspecify.annotations.NullMarked;
