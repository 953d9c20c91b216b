/** How JSON is read by its bytes and by its characters. */
@org.jspecify.annotations.NullMarked
package fieldloom.payload.json;
