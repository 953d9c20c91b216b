package fieldloom.ui.lookups;

import fieldloom.model.Table;
import fieldloom.payload.TableRows;
import java.io.IOException;

/** Reads the rows of tables that stand in a file beside the mapping or in a database. */
@FunctionalInterface
public interface TableReader {

  /**
   * Called in the background.
   *
   * @throws IOException where they cannot be read: one sentence that says why
   */
  TableRows read(Table table) throws IOException;
}
