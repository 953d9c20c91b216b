/** Tests against databases; {@code TestServer} starts the real ones, each once a test run. */
@NullMarked
package fieldloom.database;

import org.jspecify.annotations.NullMarked;
