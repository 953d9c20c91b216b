package fieldloom.payload.table;

import java.sql.SQLException;
import java.util.List;

/** Rows in their order, some at a time. */
interface Rows extends AutoCloseable {

  /** What the rows are of: {@code the table orders}. */
  String label();

  /** The next rows; none at the end. */
  List<ReadRow> next() throws SQLException;

  @Override
  void close() throws SQLException;
}
