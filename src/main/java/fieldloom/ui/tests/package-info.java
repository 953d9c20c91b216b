/** The dock that runs a mapping's test cases and shows differences. */
@NullMarked
package fieldloom.ui.tests;

import org.jspecify.annotations.NullMarked;
