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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Formulas that ask databases. */
class LookupDbRunTest extends RunFixture {

  private static TestDatabase items(TestServer server) throws Exception {
    TestDatabase database = server.fresh();
    database.execute(
        "CREATE TABLE item (code VARCHAR(40) PRIMARY KEY, id INT NOT NULL, name VARCHAR(20),"
            + " price DECIMAL(20,4), made DATE)",
        "INSERT INTO item VALUES ('A1', 1, '华', 19.9000, DATE '2026-02-14')",
        "INSERT INTO item VALUES ('A2', 2, NULL, 12345678901234.5678, NULL)",
        "INSERT INTO item VALUES ('B''; DROP TABLE item; --', 3, 'quoted', 1, NULL)",
        "INSERT INTO item VALUES ('B1', 4, 'twin', 1, NULL)",
        "INSERT INTO item VALUES ('B2', 5, 'twin', 1, NULL)");
    return database;
  }

  /** A mapping whose one formula asks the database of its source that is a table. */
  private List<String> asked(TestDatabase database, String formula, int threads, String... records)
      throws Exception {
    Files.writeString(in, String.join("\n", records));
    Map<String, RunRequest.Input> inputs = new HashMap<>(inputs());
    inputs.put("erp", new RunRequest.Input.Database(Tables.place(database)));
    return run(inputs, formula, new RunServices(null, null), threads);
  }

  private List<String> run(
      Map<String, RunRequest.Input> inputs, String formula, RunServices services, int threads)
      throws Exception {
    MappingRunner.run(
        new RunRequest(
            project(inputs.containsKey("erp"), formula),
            inputs,
            Map.of("bill", new RunRequest.Output.File(out)),
            OnError.SKIP,
            errors,
            Map.of(),
            threads,
            RunRequest.usualMemory(),
            services),
        RunListener.NONE);
    return Files.readAllLines(out);
  }

  private Project project(boolean withTable, String formula) throws Exception {
    String erp = ", {\"name\": \"erp\", \"format\": \"table\", \"options\": {\"table\": \"item\"}}";
    return Projects.open(
        Files.writeString(
            folder.resolve("m.flmap"),
            """
            {"fieldloom": 1, "name": "m",
             "sources": [{"name": "order", "format": "ndjson"}%s],
             "target": {"name": "bill", "format": "ndjson"},
             "rules": [{"to": "x", "formula": "%s"}]}
            """
                .formatted(withTable ? erp : "", formula.replace("\"", "\\\""))));
  }

  @ParameterizedTest
  @CsvSource({"H2, 1", "H2, 3", "POSTGRESQL, 1", "POSTGRESQL, 3", "MARIADB, 1"})
  void a_key_finds_its_row_in_the_database_of_a_source_by_name(TestServer server, int threads)
      throws Exception {
    List<String> found =
        asked(
            items(server),
            "LOOKUP_DB(\"erp\", \"SELECT name FROM item WHERE code = ?\", order.k)",
            threads,
            "{\"k\":\"A1\"}",
            "{\"k\":\"A2\"}",
            "{\"k\":\"none\"}",
            "{\"k\":\"B'; DROP TABLE item; --\"}",
            "{\"k\":\"' OR '1'='1\"}",
            "{\"k\":null}",
            "{}",
            "{\"k\":\"A1\"}");

    assertThat(found)
        .containsExactly(
            "{\"x\":\"华\"}",
            "{\"x\":null}",
            "{}",
            "{\"x\":\"quoted\"}",
            "{}",
            "{\"x\":null}",
            "{}",
            "{\"x\":\"华\"}");
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void several_columns_are_an_object_with_exact_numbers(TestServer server) throws Exception {
    List<String> found =
        asked(
            items(server),
            "LOOKUP_DB(\"erp\", \"SELECT price AS p, made AS m FROM item WHERE id = ?\", order.k)",
            1,
            "{\"k\":2}",
            "{\"k\":1}");

    assertThat(found.stream().map(line -> line.replace("\"P\"", "\"p\"").replace("\"M\"", "\"m\"")))
        .containsExactly(
            "{\"x\":{\"p\":12345678901234.5678,\"m\":null}}",
            "{\"x\":{\"p\":19.9000,\"m\":\"2026-02-14\"}}");
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void what_cannot_be_asked_is_an_error_of_its_record_and_the_next_goes_on(TestServer server)
      throws Exception {
    List<String> found =
        asked(
            items(server),
            "LOOKUP_DB(\"erp\", IF(order.k == \"bad\", \"SELECT nothing FROM item WHERE code = ?\","
                + " \"SELECT code FROM item WHERE name = ?\"), order.k)",
            1,
            "{\"k\":\"twin\"}",
            "{\"k\":\"bad\"}",
            "{\"k\":\"quoted\"}");

    assertThat(found).containsExactly("{\"x\":\"B'; DROP TABLE item; --\"}");
    assertThat(Files.readString(errors)).contains("several rows", "lookup-failed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE FROM item WHERE code = ? | starts with",
        "SELECT name FROM item | no ?",
        "SELECT name FROM item WHERE code = ? OR name = ? | second ?",
      })
  void a_query_reads_and_has_one_key(String query, String said) throws Exception {
    TestDatabase database = items(TestServer.H2);
    String formula = "LOOKUP_DB(\"erp\", %s, order.k)";

    assertThatThrownBy(
            () -> asked(database, formula.formatted("\"" + query + "\""), 1, "{\"k\":\"A1\"}"))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining(said);
    String computed = formula.formatted("\"" + query + "\" & \"\"");
    assertThat(asked(database, computed, 1, "{\"k\":\"A1\"}")).isEmpty();
    assertThat(Files.readString(errors)).contains(said);
  }

  @Test
  void a_url_in_the_formula_gets_no_login_that_is_not_for_it() throws Exception {
    TestDatabase database = items(TestServer.POSTGRESQL);
    Files.writeString(in, "{\"k\":\"A1\"}");
    String formula =
        "LOOKUP_DB(\"" + database.url() + "\", \"SELECT name FROM item WHERE code = ?\", order.k)";
    Project project = project(false, formula);
    Map<String, String> login =
        Map.of(Login.USER_VARIABLE, database.user(), Login.PASSWORD_VARIABLE, database.password());
    Map<String, String> forIt = new HashMap<>(login);
    forIt.put(Login.URL_VARIABLE, database.url());

    TablePlaces kept = new TablePlaces(project.mapping(), false, Map.of(), login);
    assertThatThrownBy(() -> run(inputs(), formula, new RunServices(kept, null), 1))
        .isInstanceOf(UnusableException.class)
        .hasMessageContainingAll("login", Login.URL_VARIABLE);

    TablePlaces foreign = new TablePlaces(project.mapping(), true, Map.of(), Map.of());
    assertThatThrownBy(() -> run(inputs(), formula, new RunServices(foreign, null), 1))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("nobody here has agreed");

    TablePlaces told = new TablePlaces(project.mapping(), false, Map.of(), forIt);
    assertThat(run(inputs(), formula, new RunServices(told, null), 1))
        .containsExactly("{\"x\":\"华\"}");
  }

  @Test
  void a_connection_that_is_none_is_an_error_that_says_what_is_one() throws Exception {
    Files.writeString(in, "{\"k\":\"A1\"}");

    String formula = "LOOKUP_DB(%s, \"SELECT name FROM item WHERE code = ?\", order.k)";
    assertThatThrownBy(() -> run(inputs(), formula.formatted("\"nowhere\""), RunServices.NONE, 1))
        .isInstanceOf(UnusableException.class)
        .hasMessageContainingAll("nowhere", "jdbc:postgresql://host/name");
    run(inputs(), formula.formatted("\"no\" & \"where\""), RunServices.NONE, 1);

    assertThat(Files.readString(errors)).contains("unknown-connection", "nowhere");
  }

  @Test
  void a_source_whose_rows_are_in_a_file_cannot_be_asked() throws Exception {
    Files.writeString(in, "{\"k\":\"A1\"}");
    Path rows = Files.writeString(folder.resolve("rows.json"), "[]");
    Map<String, RunRequest.Input> inputs = new HashMap<>(inputs());
    inputs.put("erp", new RunRequest.Input.File(rows));

    assertThatThrownBy(
            () ->
                run(
                    inputs,
                    "LOOKUP_DB(\"erp\", \"SELECT name FROM item WHERE code = ?\", order.k)",
                    RunServices.NONE,
                    1))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("in a file in this run");
  }
}
