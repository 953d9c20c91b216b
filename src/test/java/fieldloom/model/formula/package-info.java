/** Tests of reading and printing formulas. */
@org.jspecify.annotations.NullMarked
package fieldloom.model.formula;
