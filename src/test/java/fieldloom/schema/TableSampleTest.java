package fieldloom.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.schema.fixed.FixedColumns;
import java.io.IOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples of lines: CSV with other marks, and fixed widths. */
class TableSampleTest {
  private static final String LINES =
      """
      A-100  Pump       12   19.90 2026-01-05
      A-2007 Valve    1200 1190.00 2026-02-28
      B-3    Gasket      0    0.05 2026-03-01
      """;

  private static SchemaFile file(String name, byte[] content, @Nullable String options)
      throws IOException {
    JsonNode node = options == null ? null : JsonMapper.builder().build().readTree(options);
    return new SchemaFile(name, name, content, node, null);
  }

  private static @Nullable JsonNode options(String name, byte[] content) throws Exception {
    SchemaFile file = file(name, content, null);
    return SchemaReaders.choose(file, null).options(file);
  }

  @Test
  void blanksThroughAllLinesPartTheColumns() throws Exception {
    SchemaFile file = file("stock.txt", LINES.getBytes(UTF_8), null);

    assertThat(SchemaReaders.choose(file, null).name()).isEqualTo("fixed");
    assertThat(SchemaText.tsv(SchemaReaders.read(file, null)))
        .isEqualTo(
            """
            column1\tstring\t0..1\t\tmaxLength=7; nullable
            column2\tstring\t0..1\t\tmaxLength=6; nullable
            column3\tinteger\t0..1\t\tdigits=7; nullable
            column4\tdecimal\t0..1\t\tdigits=8; nullable
            column5\tdate\t0..1\t\tnullable
            """);
    assertThat(String.valueOf(SchemaReaders.choose(file, null).options(file)))
        .contains(
            "{\"name\":\"column3\",\"at\":14,\"length\":7,\"align\":\"right\",\"type\":\"integer\"}");
  }

  @Test
  void theColumnsCanBeAdjusted() {
    FixedColumns found = FixedColumns.detect("AB12 x\nCD34 y\nEF56 z\n".getBytes(UTF_8));
    FixedColumns split = found.split(3);
    FixedColumns named = split.rename(1, "no");

    assertThat(found.columns())
        .extracting("at", "length")
        .containsExactly(tuple(1, 5), tuple(6, 1));
    assertThat(split.columns())
        .extracting("name", "at", "length")
        .containsExactly(tuple("column1", 1, 2), tuple("column3", 3, 3), tuple("column2", 6, 1));
    assertThat(split.columns().get(1).type().label()).isEqualTo("integer");
    assertThat(split.split(3)).isSameAs(split);
    assertThat(split.split(1)).isSameAs(split);
    assertThat(split.split(7)).isSameAs(split);
    assertThat(named.move(2, 5).columns())
        .extracting("name", "at", "length")
        .containsExactly(tuple("column1", 1, 2), tuple("no", 3, 2), tuple("column2", 5, 2));
    assertThat(named.move(2, 3)).isSameAs(named);
    assertThat(named.move(0, 2)).isSameAs(named);
    assertThat(named.join(0).columns())
        .extracting("name", "length")
        .containsExactly(tuple("column1", 5), tuple("column2", 1));
    assertThat(named.join(2)).isSameAs(named);
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  @Test
  void linesOfOneLengthInBytesAreCutByBytes() throws Exception {
    byte[] content = "华东   12\nabc    13\n甲b    14\n".getBytes(Charset.forName("GB18030"));

    assertThat(String.valueOf(options("a.txt", content)))
        .startsWith("{\"encoding\":\"GB18030\",\"unit\":\"byte\",\"records\":[{\"fields\":[")
        .contains("\"at\":8,\"length\":2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit price\n1\n2\n",
        "a,b c\n1,2 3\n4,5 6\n",
        "code\n7\n8\n",
        "one two\nthree four\nfive six\n",
      })
  void otherTextsAreCsvSamples(String text) throws Exception {
    SchemaFile file = file("a.txt", text.getBytes(UTF_8), null);

    assertThat(SchemaReaders.choose(file, null).name()).isEqualTo("csv");
  }

  @Test
  void withOptionsTheSchemaIsWhatTheySay() throws Exception {
    String options =
        "{\"header\":\"H\",\"records\":[{\"name\":\"H\",\"type\":{\"at\":1,\"text\":\"H\"},"
            + "\"fields\":[{\"name\":\"no\",\"at\":2,\"length\":4}]},{\"name\":\"L\",\"type\":"
            + "{\"at\":1,\"text\":\"L\"},\"fields\":[{\"name\":\"qty\",\"at\":2,\"length\":6,"
            + "\"type\":\"decimal\",\"scale\":2}]}]}";
    SchemaFile file = file("a.txt", LINES.getBytes(UTF_8), options);

    assertThat(SchemaText.tsv(SchemaReaders.read(file, null)))
        .isEqualTo(
            """
            H\tobject\t0..1\t\tnullable
            H.no\tstring\t0..1\t\tmaxLength=4; nullable
            L[]\tobject\t0..n\t\tnullable
            L[].qty\tdecimal\t0..1\t\tdigits=6; scale=2; nullable
            """);
    assertThatThrownBy(
            () -> SchemaReaders.read(file("a.txt", new byte[0], "{\"records\":[7]}"), "fixed"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("The option records of a is [7]");
  }

  @Test
  void anEmptySampleOfLinesIsRefused() {
    assertThatThrownBy(() -> SchemaReaders.read("a.txt", "\n\n".getBytes(UTF_8), "fixed"))
        .isInstanceOf(SchemaException.class)
        .hasMessage("The sample a.txt is empty; it must have lines to find the columns of.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "UTF-8|~a;b~|{\"delimiter\":\";\"}",
        "UTF-8|~a,b~|",
        "GB18030|~编号\t名称华东~|{\"delimiter\":\"\\t\",\"encoding\":\"GB18030\"}",
        "UTF-16LE|~编号,名~|{\"encoding\":\"UTF-16LE\"}",
        "UTF-16BE|~a;名~|{\"delimiter\":\";\",\"encoding\":\"UTF-16BE\"}",
        "windows-1252|~Größe;b~|{\"delimiter\":\";\",\"encoding\":\"windows-1252\"}",
      })
  void delimiterAndEncodingOfACsvAreFoundOut(String encoding, String header, @Nullable String found)
      throws Exception {
    byte[] content = (header + "\n1\n").getBytes(Charset.forName(encoding));
    JsonNode options = options("a.csv", content);

    assertThat(options == null ? null : options.toString()).isEqualTo(found);
    assertThat(SchemaReaders.read("a.csv", content, null).root().children().getFirst().name())
        .isEqualTo(header.split("[;,\\t]")[0]);
  }

  @Test
  void aMarkTellsTheEncodingByItself() throws Exception {
    assertThat(options("a.csv", "\uFEFFa,名\n1,2\n".getBytes(Charset.forName("UTF-16LE")))).isNull();
  }
}
