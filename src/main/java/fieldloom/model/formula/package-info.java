/** Formulas: their tree, the parser with places, the printer. */
@NullMarked
package fieldloom.model.formula;

import org.jspecify.annotations.NullMarked;
