package fieldloom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "(select 1) union (select 2)",
        "with a as (select 1) select * from a",
        "values (1), (2)",
        "select load_file from t",
        "select ';' as x, \"a;b\" from t -- ; drop",
        "select replace(a, 'x', 'y'), \"update\" from t where (insert(a, 1, 2, 'x')) = 'a'",
      })
  void aQueryThatOnlyReadsIsKeptAsItIs(String query) throws DatabaseException {
    assertThat(Queries.checked(query)).isEqualTo(query.replace(" -- ; drop", ""));
    assertThat(Queries.checked(query.replace(" -- ; drop", "") + " ; ;\n"))
        .isEqualTo(query.replace(" -- ; drop", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drop table a | starts with “drop”",
        "select 1; drop table a | holds two statements; write one (line 1, column 9).",
        "select * into outfile 'x' from t | writes with “into”",
        "with a as (delete from t returning *) select * from a | writes with “delete”",
        "select * from t where a = ? | has a ?",
        "select 'a | The query is wrong at line 1, column 8: a quote is opened",
        "; | is empty",
        "select CSVWRITE('x.csv', 'select 1') | calls “CSVWRITE”, which reaches beyond the database",
        "select \"FILE_READ\"('/etc/passwd') | calls “FILE_READ”",
        "select load_file('/etc/passwd') | calls “load_file”",
        "( | starts with",
        "call f() | starts with “call”",
      })
  void anythingElseIsRefused(String query, String said) {
    assertThatThrownBy(() -> Queries.checked(query))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining(said)
        .message()
        .startsWith("The query ")
        .endsWith(".");
  }
}
