package fieldloom.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.RunSettings;
import fieldloom.model.Problem;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectsTest {
  private static final String MAPPING =
      """
      {"fieldloom": 1, "name": "m",
       "sources": [{"name": "order", "format": "json", "schema": "order.schema.json"}],
       "target": {"name": "bill", "format": "json"},
       "rules": [{"to": "a", "formula": "LOOKUP(\\"rates\\", order.code, \\"rate\\")"}],
       "tables": [{"name": "rates", "from": {"csv": "tables/rates.csv", "delimiter": ";"}}]}
      """;

  @TempDir Path folder;

  private void layOut(String mapping) throws IOException {
    Files.createDirectories(folder.resolve("tables"));
    Files.writeString(folder.resolve("orders.anything"), mapping);
    Files.writeString(folder.resolve("tables/rates.csv"), "code;rate\nA;0.10\nB;0.20\n");
    Files.writeString(
        folder.resolve("order.schema.json"),
        "{\"type\": \"object\", \"properties\": {\"code\": {\"type\": \"string\"}}}");
  }

  private Project open() throws PackException {
    return Projects.open(folder.resolve("orders.anything"));
  }

  @Test
  void opens_a_mapping_with_its_schemas_and_tables() throws Exception {
    layOut(MAPPING);
    Project project = open();
    assertThat(project.problems()).isEmpty();
    assertThat(project.usable()).isTrue();
    assertThat(project.schemas()).containsOnlyKeys("order", "bill");
    assertThat(project.schemas().get("order").root().child("code")).isNotNull();
    // The names of the columns come from the file and are not written into the mapping.
    assertThat(project.mapping().tables().getFirst().columns()).isEmpty();
  }

  @Test
  void opens_a_package_whatever_its_name_says() throws Exception {
    layOut(MAPPING);
    byte[] zip = Packages.export(open());
    Path file = Files.write(folder.resolve("package.flmap"), zip);
    Files.delete(folder.resolve("tables/rates.csv"));
    Project project = Projects.open(file);
    assertThat(project.problems()).isEmpty();
    assertThat(project.mapping()).isEqualTo(open().mapping());
  }

  @Test
  void a_schema_or_table_that_is_missing_is_a_problem() throws Exception {
    layOut(MAPPING);
    Files.delete(folder.resolve("tables/rates.csv"));
    Files.delete(folder.resolve("order.schema.json"));
    Project project = open();
    assertThat(project.usable()).isFalse();
    assertThat(project.loading())
        .extracting(Problem::code)
        .containsExactly("schema-missing", "table-missing");
    assertThat(project.loading().getLast().line())
        .isEqualTo(
            "error\ttable rates\tThe table's file tables/rates.csv is not there.\t"
                + "Put it beside the mapping, or name the right file.");
  }

  @Test
  void a_table_that_cannot_be_read_is_a_problem() throws Exception {
    layOut(MAPPING);
    Files.writeString(folder.resolve("tables/rates.csv"), "code;rate\nA;0.10;more\n");
    assertThat(open().loading()).extracting(Problem::code).containsExactly("table-unreadable");
    layOut(MAPPING.replace("tables/rates.csv", "../rates.csv"));
    assertThat(open().loading())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .contains("leads outside");
  }

  @Test
  void a_table_may_be_a_sheet_of_an_excel_workbook() throws Exception {
    layOut(
        MAPPING.replace(
            "{\"csv\": \"tables/rates.csv\", \"delimiter\": \";\"}",
            "{\"xlsx\": \"tables/rates.xlsx\", \"sheet\": \"Orders\"}"));
    assertThat(open().loading()).extracting(Problem::code).containsExactly("table-missing");
    String header =
        "<row><c t='inlineStr'><is><t>code</t></is></c><c/><c t='inlineStr'><is><t>rate</t></is></c>"
            + "</row>";
    String row = "<row><c><v>7.0</v></c><c/><c><v>0.10</v></c></row>";
    Files.write(folder.resolve("tables/rates.xlsx"), Workbooks.of(header + row).bytes());
    Project project = open();
    assertThat(project.problems()).isEmpty();
    CompiledMapping.Run run =
        project.compilation().mapping().start(new RunSettings(Map.of(), null, false));
    assertThat(run.map(new Obj().put("code", "7"), 1).outputs().get("bill"))
        .containsExactly(new Obj().put("a", Num.ofText("0.10")));
    String error = "<row><c t='e'><v>#N/A</v></c></row>";
    Files.write(folder.resolve("tables/rates.xlsx"), Workbooks.of(header + error).bytes());
    assertThat(open().loading())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .contains("tables/rates.xlsx")
        .contains("Orders!A2 holds the error #N/A");
  }

  private void layOutQuery(String connection, String query) throws IOException {
    layOut(
        MAPPING.replace(
            "{\"csv\": \"tables/rates.csv\", \"delimiter\": \";\"}",
            "{\"connection\": \"%s\", \"query\": \"%s\"}".formatted(connection, query)));
  }

  @Test
  void of_a_table_that_a_query_gives_it_is_said_what_is_not_checked() throws Exception {
    layOutQuery("jdbc:postgresql://nowhere.invalid/erp", "SELECT code, rate FROM rates");
    Project project = open();
    assertThat(project.usable()).isTrue();
    assertThat(project.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.isError()).isFalse())
        .extracting(Problem::message)
        .asString()
        .contains("table rates", "jdbc:postgresql://nowhere.invalid/erp", "not checked");
  }

  @Test
  void a_connection_that_is_none_and_a_query_that_writes_are_found_without_the_database()
      throws Exception {
    layOutQuery("erp", "SELECT 1");
    assertThat(open().problems()).extracting(Problem::code).contains("unknown-connection");
    layOutQuery("jdbc:postgresql://nowhere.invalid/erp", "DELETE FROM rates");
    assertThat(open().problems()).extracting(Problem::code).containsExactly("bad-query");
    layOutQuery("jdbc:postgresql://nowhere.invalid/erp", "SELECT a FROM rates WHERE a = ?");
    assertThat(open().problems()).extracting(Problem::code).containsExactly("bad-query");
  }

  @Test
  void what_is_no_file_is_said_in_one_sentence() throws IOException {
    for (String name : List.of("none.flmap", "", "folder")) {
      Files.createDirectories(folder.resolve("folder"));
      assertThatThrownBy(() -> Projects.open(folder.resolve(name)))
          .isInstanceOf(PackException.class)
          .hasMessageMatching("[^.]+(\\.flmap)?: (is a folder|cannot be read, ).*\\.")
          .hasMessageNotContaining("Exception");
    }
  }
}
