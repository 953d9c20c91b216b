@org.jspecify.annotations.NullMarked
package fieldloom.payload.xml;
