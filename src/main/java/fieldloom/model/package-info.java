/**
 * The values everything else is written in: schemas, mappings, formulas, jobs, problems. No I/O.
 */
@NullMarked
package fieldloom.model;

import org.jspecify.annotations.NullMarked;
