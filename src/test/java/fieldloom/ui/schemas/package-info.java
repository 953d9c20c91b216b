/** Tests of how schemas are chosen and replaced. */
@org.jspecify.annotations.NullUnmarked
package fieldloom.ui.schemas;
