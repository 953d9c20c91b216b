/** Formulas as drawings: nodes with ports and edges between them, and edits of these. */
@NullMarked
package fieldloom.model.drawing;

import org.jspecify.annotations.NullMarked;
