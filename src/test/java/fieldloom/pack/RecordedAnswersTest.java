package fieldloom.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of mappings that ask databases, which say themselves what these hold. */
class RecordedAnswersTest {
  @TempDir Path folder;

  @BeforeEach
  void layOut() throws IOException {
    Files.writeString(folder.resolve("in"), "{\"k\": \"A1\", \"n\": 7.0}");
    Files.writeString(
        folder.resolve("rows.json"),
        "[{\"code\": \"A1\", \"price\": 19.90}, {\"code\": \"A2\"}, {\"code\": \"A3\","
            + " \"price\": null}]");
  }

  private TestCases.Result run(String formula, String want, String more) throws Exception {
    Files.writeString(folder.resolve("want"), want);
    Files.writeString(
        folder.resolve("m.flmap"),
        """
        {"fieldloom": 1, "name": "m", "sources": [{"name": "order", "format": "json"}],
         "target": {"name": "bill", "format": "json"},
         "rules": [{"to": "x", "formula": "%s"}],
         "tables": [{"name": "items", "from": {
           "connection": "jdbc:postgresql://nowhere.invalid/erp",
           "query": "SELECT code, price FROM item"}}],
         "tests": [{"name": "t", "in": {"order": "in"}, "expect": "want"%s}]}
        """
            .formatted(formula.replace("\"", "\\\""), more));
    Project project = Projects.open(folder.resolve("m.flmap"));
    assertThat(project.usable()).as("%s", project.problems()).isTrue();
    return TestCases.run(project).getFirst();
  }

  private static final String ASKS =
      "LOOKUP_DB(\"jdbc:h2:mem:erp\", \"SELECT name FROM item WHERE id = ?\", order.n)";

  private static String answers(String key, String value) {
    return ", \"lookups\": [{\"connection\": \"jdbc:h2:mem:erp\", \"query\": \"SELECT name FROM"
        + " item WHERE id = ?\", \"key\": "
        + key
        + value
        + "}]";
  }

  @Test
  void the_rows_of_a_table_are_those_of_the_file_that_the_test_names() throws Exception {
    String tables = ", \"tables\": {\"items\": \"rows.json\"}";
    assertThat(run("LOOKUP(\"items\", order.k, \"price\")", "{\"x\": 19.9}", tables).passed())
        .isTrue();
    assertThat(run("LOOKUP(\"items\", \"A2\")", "{}", tables).passed()).isTrue();
    assertThat(run("LOOKUP(\"items\", \"A3\")", "{\"x\": null}", tables).passed()).isTrue();
    assertThat(run("LOOKUP(\"items\", \"A3\")", "{\"x\": 1}", tables).differences()).hasSize(1);
  }

  @Test
  void without_them_the_test_says_what_to_add_and_a_file_is_checked_as_the_rows_would_be()
      throws Exception {
    String formula = "LOOKUP(\"items\", order.k, \"price\")";
    assertThat(run(formula, "{}", "").failure())
        .contains("table items", "not asked here", "tables in a test");
    assertThat(run(formula, "{}", ", \"tables\": {\"items\": \"none.json\"}").failure())
        .contains("none.json", "cannot be read");
    assertThat(run(formula, "{}", ", \"tables\": {\"other\": \"rows.json\"}").failure())
        .contains("other", "no lookup table");
    Files.writeString(folder.resolve("rows.json"), "[{\"code\": \"A\"}, {\"code\": \"A\"}]");
    assertThat(
            run("LOOKUP(\"items\", order.k)", "{}", ", \"tables\": {\"items\": \"rows.json\"}")
                .failure())
        .contains("Two rows of the table items have the key");
    Files.writeString(folder.resolve("rows.json"), "[1]");
    assertThat(run(formula, "{}", ", \"tables\": {\"items\": \"rows.json\"}").failure())
        .contains("rows.json", "an object for each row");
    Files.writeString(folder.resolve("rows.json"), "[]");
    assertThat(run(formula, "{}", ", \"tables\": {\"items\": \"rows.json\"}").failure())
        .contains("has no row for");
  }

  @Test
  void a_database_answers_what_the_test_says() throws Exception {
    assertThat(run(ASKS, "{\"x\": \"华\"}", answers("7", ", \"value\": \"华\"")).passed()).isTrue();
    assertThat(run(ASKS, "{\"x\": {\"a\": 1}}", answers("7", ", \"value\": {\"a\": 1}")).passed())
        .isTrue();
    assertThat(run(ASKS, "{}", answers("7", "")).passed()).as("no row").isTrue();
    assertThat(run(ASKS, "{\"x\": null}", answers("7", ", \"value\": null")).passed()).isTrue();
  }

  @Test
  void a_question_without_an_answer_fails_the_test_with_what_to_add() throws Exception {
    assertThat(run(ASKS, "{}", "").failure()).contains("lookups in a test");
    assertThat(run(ASKS, "{}", answers("\"7\"", ", \"value\": 1")).failure())
        .contains("jdbc:h2:mem:erp", "for 7.0", "lookups in the test");
  }
}
