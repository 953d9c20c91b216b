package fieldloom.payload.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.payload.FormatException;
import fieldloom.payload.TableRows;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All rows of a query, as a lookup table has them. */
class QueryRowsTest {
  private static final long MEGABYTE = 1L << 20;

  private static TestDatabase numbers(TestServer server, int rows) throws Exception {
    TestDatabase database = server.fresh();
    database.execute("CREATE TABLE t (k INT PRIMARY KEY, v VARCHAR(100))");
    StringBuilder insert = new StringBuilder("INSERT INTO t VALUES (0, NULL)");
    for (int i = 1; i < rows; i++) {
      insert.append(", (").append(i).append(", '").append("x".repeat(50)).append("')");
    }
    database.execute(insert.toString());
    return database;
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void columns_have_names_of_their_own_also_where_there_is_no_row(TestServer server)
      throws Exception {
    try (TableLookup lookup = TableLookup.open(Tables.place(numbers(server, 2)))) {
      TableRows one =
          lookup.rows("SELECT k AS a, v, k AS a FROM t WHERE k = 0;", MEGABYTE, () -> false);
      TableRows none = lookup.rows("SELECT k, v FROM t WHERE k < 0", MEGABYTE, () -> false);

      assertThat(one).isNotNull();
      assertThat(one.names())
          .usingElementComparator(String::compareToIgnoreCase)
          .containsExactly("a", "v", "a_2");
      assertThat(one.rows()).containsExactly(List.of(Num.of(0), Null.NULL, Num.of(0)));
      assertThat(none).isNotNull();
      assertThat(none.names())
          .usingElementComparator(String::compareToIgnoreCase)
          .containsExactly("k", "v");
      assertThat(none.rows()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void more_rows_than_memory_allows_are_refused_and_the_connection_goes_on(TestServer server)
      throws Exception {
    try (TableLookup lookup = TableLookup.open(Tables.place(numbers(server, 5_000)))) {
      assertThatThrownBy(() -> lookup.rows("SELECT k, v FROM t", MEGABYTE, () -> false))
          .isInstanceOf(FormatException.class)
          .hasMessageContainingAll("more memory than a table may (1 MB)", "LOOKUP_DB");
      assertThat(lookup.rows("SELECT k FROM t WHERE k < 3", MEGABYTE, () -> false))
          .extracting(TableRows::rows)
          .asList()
          .hasSize(3);
      assertThat(lookup.rows("SELECT k FROM t", MEGABYTE, () -> true)).isNull();
    }
  }
}
