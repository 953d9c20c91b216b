/** OpenAPI 3.0 and 3.1 and Swagger 2: the messages of an API's operations. */
@NullMarked
package fieldloom.schema.openapi;

import org.jspecify.annotations.NullMarked;
