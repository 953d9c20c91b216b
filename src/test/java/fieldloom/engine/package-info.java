/** Tests of the engine: fixtures of the mapping contract, point by point. */
@org.jspecify.annotations.NullMarked
package fieldloom.engine;
