/** Texts in SQL, cut into words. */
@NullMarked
package fieldloom.database.sql;

import org.jspecify.annotations.NullMarked;
