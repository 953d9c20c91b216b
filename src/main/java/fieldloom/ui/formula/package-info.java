/** The formula bar: what fills the selected field, typed with completion and a live result. */
@NullMarked
package fieldloom.ui.formula;

import org.jspecify.annotations.NullMarked;
