/**
 * Relational databases: which may be connected to, their tables and keys, and what their types are
 * called. Schemas and payloads of tables rest on it.
 */
@NullMarked
package fieldloom.database;

import org.jspecify.annotations.NullMarked;
