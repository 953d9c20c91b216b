package fieldloom.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fieldloom.model.Document;
import fieldloom.model.Problem;
import fieldloom.model.Resources;
import fieldloom.model.SchemaRef;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of more than 64 MB. */
class SchemaIntakeTest {
  private static final int LARGE = (64 << 20) + 100;

  private static byte[] large(String before, String middle) {
    byte[] content = new byte[LARGE];
    byte[] unit = middle.getBytes(UTF_8);
    byte[] start = before.getBytes(UTF_8);
    System.arraycopy(start, 0, content, 0, start.length);
    for (int at = start.length; at < LARGE; at += unit.length) {
      System.arraycopy(unit, 0, content, at, Math.min(unit.length, LARGE - at));
    }
    return content;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.xsd | <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'> | <xs:element name='a'/>",
        "a.xml | <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'> | <xs:element name='a'/>",
        "a.json | {\"$schema\":\"x\",\"properties\":{ | \"a\":{\"type\":\"string\"},",
        "a.json | {\"type\":\"object\",\"properties\":{ | \"a\":{\"type\":\"string\"},",
        "a.json | {\"openapi\":\"3.0.0\",\"paths\":{ | \"/a\":{},",
        "a.yaml | `openapi: 3.0.0\npaths:\n` | `  /a: {}\n`",
        "a.avsc | {\"type\":\"record\",\"name\":\"R\",\"fields\":[ | {\"name\":\"a\",\"type\":\"int\"},",
        "a.json | {\"type\":\"record\",\"name\":\"R\",\"fields\":[ | {\"name\":\"a\",\"type\":\"int\"},",
        "a.proto | `syntax = \"proto3\";\n` | `message A {}\n`",
        "a.sql | `create table a (x int);\n` | `insert into a values (1);\n`",
      })
  void a_schema_that_is_too_large_is_refused(String name, String before, String middle) {
    assertThatThrownBy(() -> SchemaReaders.read(name, large(before, middle), null))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "The file "
                + name
                + " has more than 64 MB, and no schema as large is read; give a smaller one, such as"
                + " one with only the types in use.");
  }

  @Test
  void a_workbook_that_is_too_large_is_refused() {
    assertThatThrownBy(() -> SchemaReaders.read("a.xlsx", large("PK\3\4", "x"), null))
        .hasMessage(
            "The file a.xlsx has more than 64 MB, and no workbook as large is read; save its first"
                + " rows as one of their own.");
  }

  @Test
  void a_file_of_the_largest_size_is_read_whole() throws SchemaException {
    byte[] content = large("a,b\n", "1,2\n");
    byte[] largest = java.util.Arrays.copyOf(content, 64 << 20);
    SchemaIntake intake = SchemaIntake.of(List.of(SchemaFile.of("a.csv", largest)), null);

    assertThat(intake.notes()).isEmpty();
    assertThat(intake.files().getFirst().content()).hasSize(64 << 20);
  }

  @Test
  void what_is_not_read_of_a_sample_is_told() throws SchemaException {
    List<String> notes = new ArrayList<>();
    byte[] content = large("code,name\n", "A1,Bolt\n");

    assertThat(
            SchemaText.tsv(SchemaReaders.read(SchemaFile.of("a.csv", content), null, notes::add)))
        .isEqualTo("code\tstring\t0..1\t\t\nname\tstring\t0..1\t\t\n");
    assertThat(notes)
        .containsExactly(
            "Of the sample a.csv, which has more than 64 MB, only the first 1,048,574 records (8 MB)"
                + " were read; a field that stands behind them alone is not listed.");
  }

  @Test
  void one_record_is_told_as_one() throws SchemaException {
    byte[] content = large("[{\"a\":1},{\"b\":\"", "x");
    SchemaIntake intake = SchemaIntake.of(List.of(SchemaFile.of("a.json", content)), null);

    assertThat(intake.notes())
        .containsExactly(
            "Of the sample a.json, which has more than 64 MB, only the first record (1 MB) was read;"
                + " a field that stands behind it alone is not listed.");
    assertThat(new String(intake.files().getFirst().content(), UTF_8)).isEqualTo("[{\"a\":1}]");
  }

  @Test
  void records_that_a_pointer_does_not_find_in_the_beginning_are_told_so() {
    byte[] content = large("{\"a\":[{\"b\":1}", ",{\"b\":1}");
    SchemaFile file =
        SchemaFile.of("a.json", content)
            .withOptions(JsonNodeFactory.instance.objectNode().put("records", "/c"));

    assertThatThrownBy(() -> SchemaReaders.read(file, null))
        .hasMessage(
            "The sample a.json has no array at /c in the first 8 MB, which is what was read of it,"
                + " where the option records says the records are.");
  }

  @Test
  void the_large_sample_of_a_mapping_is_a_warning() {
    byte[] content = large("{\"no\":1,\"qty\":2}\n", "{\"no\":2}\n");
    Resources beside = name -> new ByteArrayInputStream(content);
    Document order = new Document("order", "ndjson", new SchemaRef.File("orders.ndjson"));

    SchemaLoader.One one = SchemaLoader.load(order, false, beside);

    assertThat(SchemaText.tsv(one.tree()))
        .isEqualTo("no\tinteger\t1\t\t\nqty\tinteger\t0..1\t\t\n");
    assertThat(one.problems()).hasSize(1);
    Problem told = one.problems().getFirst();
    assertThat(told.isError()).isFalse();
    assertThat(told.code()).isEqualTo("sample-large");
    assertThat(told.message()).contains("Of the sample orders.ndjson", "only the first 932,06");
  }

  @Test
  void a_schema_that_another_refers_to_is_refused_where_it_is_too_large() {
    byte[] content = large("{\"type\":\"object\",\"properties\":{", "\"a\":{},");
    SchemaFile file =
        new SchemaFile(
            "a.json",
            "a.json",
            "{\"$ref\":\"b.json\"}".getBytes(UTF_8),
            null,
            name -> new ByteArrayInputStream(content));

    assertThatThrownBy(() -> SchemaReaders.read(file, null))
        .hasMessageContaining(
            "The file b.json has more than 64 MB, and no schema as large is read");
  }
}
