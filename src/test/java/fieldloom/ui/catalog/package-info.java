@NullMarked
package fieldloom.ui.catalog;

import org.jspecify.annotations.NullMarked;
