package fieldloom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.database.Login;
import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import fieldloom.model.Job.OnError;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.payload.table.Tables;
import fieldloom.store.Store.RunState;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lookup tables that are read from queries. */
class QueryTableRunTest extends RunFixture {
  private static final String QUERY = "SELECT code, name, price FROM item ORDER BY id";

  private static TestDatabase items(TestServer server) throws Exception {
    TestDatabase database = server.fresh();
    database.execute(
        "CREATE TABLE item (id INT PRIMARY KEY, code VARCHAR(40), name VARCHAR(20),"
            + " price DECIMAL(20,4))",
        "INSERT INTO item VALUES (1, 'A1', '华', 19.9000)",
        "INSERT INTO item VALUES (2, 'A2', NULL, 12345678901234.5678)",
        "INSERT INTO item VALUES (3, NULL, 'nobody', 1)",
        "INSERT INTO item VALUES (4, NULL, 'nobody', 1)");
    return database;
  }

  private Project project(String connection, String query, String more, String formula)
      throws Exception {
    return Projects.open(
        Files.writeString(
            folder.resolve("m.flmap"),
            """
            {"fieldloom": 1, "name": "m",
             "sources": [{"name": "order", "format": "ndjson"},
                         {"name": "erp", "format": "table", "options": {"table": "item"}}],
             "target": {"name": "bill", "format": "ndjson"},
             "rules": [{"to": "x", "formula": "%s"}],
             "tables": [{"name": "items", "from": {"connection": "%s", "query": "%s"}%s}]}
            """
                .formatted(formula.replace("\"", "\\\""), connection, query, more)));
  }

  private RunReport run(
      TestDatabase database, Project project, int threads, RunListener listener, String... records)
      throws Exception {
    Files.writeString(in, String.join("\n", records));
    Map<String, RunRequest.Input> inputs = new HashMap<>(inputs());
    inputs.put("erp", new RunRequest.Input.Database(Tables.place(database)));
    return MappingRunner.run(request(project, inputs, RunServices.NONE, threads), listener);
  }

  private RunRequest request(
      Project project, Map<String, RunRequest.Input> inputs, RunServices services, int threads) {
    return new RunRequest(
        project,
        inputs,
        Map.of("bill", new RunRequest.Output.File(out)),
        OnError.SKIP,
        errors,
        Map.of(),
        threads,
        RunRequest.usualMemory(),
        services);
  }

  private List<String> found(TestDatabase database, Project project, String... records)
      throws Exception {
    run(database, project, 1, RunListener.NONE, records);
    return Files.readAllLines(out);
  }

  @ParameterizedTest
  @CsvSource({"H2, 1", "POSTGRESQL, 1", "POSTGRESQL, 2", "MARIADB, 1"})
  void keys_find_the_columns_of_a_query_by_their_names_and_numbers_stay_exact(
      TestServer server, int threads) throws Exception {
    TestDatabase database = items(server);
    Project project =
        project(
            "erp",
            QUERY,
            ", \"otherwise\": {\"use\": \"input\"}",
            "[LOOKUP(\"items\", order.k, \"name\"), LOOKUP(\"items\", order.k, \"Price\"),"
                + " LOOKUP(\"items\", order.k)]");

    run(
        database,
        project,
        threads,
        RunListener.NONE,
        "{\"k\":\"A1\"}",
        "{\"k\":\"A2\"}",
        "{\"k\":\"?\"}");

    assertThat(Files.readAllLines(out))
        .containsExactly(
            "{\"x\":[\"华\",19.9000,\"华\"]}",
            "{\"x\":[null,12345678901234.5678,null]}",
            "{\"x\":[\"?\",\"?\",\"?\"]}");
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void a_key_that_is_a_number_is_found_by_text_and_by_value(TestServer server) throws Exception {
    TestDatabase database = items(server);
    String query = "SELECT id, name FROM item WHERE name <> 'none'";
    String formula = "LOOKUP(\"items\", order.k)";

    assertThat(found(database, project("erp", query, "", formula), "{\"k\":\"3\"}", "{\"k\":1.0}"))
        .containsExactly("{\"x\":\"nobody\"}", "{\"x\":\"华\"}");
    assertThat(
            found(
                database,
                project("erp", query, ", \"keyType\": \"decimal\"", formula),
                "{\"k\":\"3.00\"}"))
        .containsExactly("{\"x\":\"nobody\"}");
  }

  @Test
  void columns_may_be_renamed_and_a_formula_may_ask_the_same_database_besides() throws Exception {
    TestDatabase database = items(TestServer.H2);
    Project project =
        project(
            "erp",
            QUERY,
            ", \"columns\": [\"编码\", \"名称\", \"价格\"]",
            "LOOKUP(\"items\", order.k, \"价格\") & LOOKUP_DB(\"erp\", \"SELECT id FROM item WHERE"
                + " code = ?\", order.k)");

    assertThat(found(database, project, "{\"k\":\"A1\"}")).containsExactly("{\"x\":\"19.90001\"}");
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void two_rows_with_one_key_end_the_run_before_anything_is_read(TestServer server)
      throws Exception {
    TestDatabase database = items(server);
    Project project = project("erp", "SELECT name, id FROM item", "", "LOOKUP(\"items\", order.k)");

    assertThatThrownBy(() -> run(database, project, 1, RunListener.NONE, "{\"k\":\"A1\"}"))
        .isInstanceOf(UnusableException.class)
        .hasMessageContainingAll("table items", "the key “nobody”", "Remove one of them");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void a_query_that_fails_and_a_column_that_is_not_there_end_it_too(TestServer server)
      throws Exception {
    TestDatabase database = items(server);
    Project fails = project("erp", "SELECT nothing FROM item", "", "LOOKUP(\"items\", order.k)");
    assertThatThrownBy(() -> run(database, fails, 1, RunListener.NONE, "{}"))
        .isInstanceOf(UnusableException.class)
        .hasMessageContainingAll("The table items cannot be read", "correct the query");

    Project lacks = project("erp", QUERY, "", "LOOKUP(\"items\", order.k, \"colour\")");
    assertThat(lacks.usable()).as("its columns are not known yet").isTrue();
    assertThatThrownBy(() -> run(database, lacks, 1, RunListener.NONE, "{}"))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("no column “colour”");
    assertThat(out).doesNotExist();
  }

  @Test
  void a_database_that_is_not_there_or_has_not_been_agreed_to_ends_it_in_a_sentence()
      throws Exception {
    TestDatabase database = items(TestServer.POSTGRESQL);
    Map<String, RunRequest.Input> inputs = new HashMap<>(inputs());
    inputs.put("erp", new RunRequest.Input.File(Files.writeString(folder.resolve("e"), "[]")));
    Files.writeString(in, "{\"k\":\"A1\"}");
    String formula = "LOOKUP(\"items\", order.k)";
    Map<String, String> login =
        Map.of(Login.USER_VARIABLE, database.user(), Login.PASSWORD_VARIABLE, database.password());
    Map<String, String> forIt = new HashMap<>(login);
    forIt.put(Login.URL_VARIABLE, database.url());

    Project inFile = project("erp", QUERY, "", formula);
    assertUnusable(inFile, inputs, RunServices.NONE, "in a file in this run");
    Project nowhere = project("jdbc:postgresql://127.0.0.1:1/x", QUERY, "", formula);
    assertUnusable(nowhere, inputs, services(nowhere, false, Map.of()), "cannot be reached");
    Project there = project(database.url(), QUERY, "", formula);
    assertUnusable(there, inputs, services(there, true, Map.of()), "nobody here has agreed");
    assertUnusable(there, inputs, services(there, false, login), Login.URL_VARIABLE);

    MappingRunner.run(request(there, inputs, services(there, true, forIt), 1), RunListener.NONE);
    assertThat(out).hasContent("{\"x\":\"华\"}");
  }

  private static RunServices services(
      Project project, boolean foreign, Map<String, String> environment) {
    return new RunServices(
        new TablePlaces(project.mapping(), foreign, Map.of(), environment), null);
  }

  private void assertUnusable(
      Project project, Map<String, RunRequest.Input> inputs, RunServices services, String said) {
    assertThatThrownBy(
            () -> MappingRunner.run(request(project, inputs, services, 1), RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining(said);
    assertThat(out).doesNotExist();
  }

  @Test
  void a_run_that_is_cancelled_while_a_table_is_read_writes_nothing() throws Exception {
    TestDatabase database = items(TestServer.H2);
    Project project =
        project("erp", "SELECT x FROM SYSTEM_RANGE(1, 100000)", "", "LOOKUP(\"items\", order.k)");
    RunListener cancels =
        new RunListener() {
          @Override
          public boolean cancelled() {
            return true;
          }
        };

    assertThat(run(database, project, 1, cancels, "{}").state()).isEqualTo(RunState.CANCELLED);
    assertThat(out).doesNotExist();
  }
}
