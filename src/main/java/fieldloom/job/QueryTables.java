package fieldloom.job;

import fieldloom.model.Table;
import fieldloom.pack.Projects;
import fieldloom.payload.TableRows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads the lookup tables of a mapping that are in databases. */
final class QueryTables {
  private QueryTables() {}

  /**
   * The request with the rows of all tables; the same where none is in a database and no rule is
   * traced.
   *
   * @param traced indexes of the rules whose steps are to be told
   * @return null where the run was cancelled
   * @throws UnusableException where a table cannot be read
   */
  static @Nullable RunRequest filled(
      RunRequest request, DatabaseLookups databases, BooleanSupplier cancelled, Set<Integer> traced)
      throws UnusableException {
    Map<String, TableRows> queried = new LinkedHashMap<>();
    for (Table table : request.project().mapping().tables()) {
      Table.Query query = table.query();
      if (query != null) {
        TableRows rows = databases.rows(table.name(), query, cancelled);
        if (rows == null) {
          return null;
        }
        queried.put(table.name(), rows);
      }
    }
    return queried.isEmpty() && traced.isEmpty()
        ? request
        : request.with(Projects.with(request.project(), queried, traced));
  }
}
