@NullMarked
package fieldloom.schema.protobuf;

import org.jspecify.annotations.NullMarked;
