/** Table definitions in SQL of PostgreSQL, MySQL, MariaDB, Oracle, SQL Server and H2 as schemas. */
@NullMarked
package fieldloom.schema.ddl;

import org.jspecify.annotations.NullMarked;
