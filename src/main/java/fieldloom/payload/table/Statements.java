package fieldloom.payload.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Statements that are prepared once and used again; those used longest ago make room. */
final class Statements implements AutoCloseable {
  private static final int MOST = 64;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);

  /** Prepares a statement. */
  private interface Preparing {
    PreparedStatement prepare() throws SQLException;
  }

  Statements(Connection connection) {
    this.connection = connection;
  }

  PreparedStatement get(String sql) throws SQLException {
    return get(sql, () -> connection.prepareStatement(sql));
  }

  /** One that hands out the values that the database gave to columns of new rows. */
  PreparedStatement returning(String sql, String[] columns) throws SQLException {
    return get(
        sql + "\n" + String.join("\n", columns), () -> connection.prepareStatement(sql, columns));
  }

  /** One that is closed after its use. */
  PreparedStatement once(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  private PreparedStatement get(String key, Preparing preparing) throws SQLException {
    PreparedStatement known = prepared.get(key);
    if (known == null) {
      if (prepared.size() >= MOST) {
        Iterator<PreparedStatement> oldest = prepared.values().iterator();
        oldest.next().close();
        oldest.remove();
      }
      known = preparing.prepare();
      prepared.put(key, known);
    }
    return known;
  }

  /** Closing the connection closes them; what fails here does so for a reason told already. */
  @Override
  public void close() {
    prepared.clear();
  }
}
