@NullMarked
package fieldloom.catalog;

import org.jspecify.annotations.NullMarked;
