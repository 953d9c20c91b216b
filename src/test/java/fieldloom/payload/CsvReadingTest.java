package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {
  private static final PayloadSpec CSV = spec("csv", null);

  static SchemaTree schema(FieldType... types) {
    List<SchemaNode> fields = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      fields.add(SchemaNode.builder(String.valueOf((char) ('a' + i)), types[i]).build());
    }
    SchemaNode root = SchemaNode.builder("row", FieldType.OBJECT).children(fields).build();
    return new SchemaTree(null, root);
  }

  @Test
  void quotesCommasAndNewlinesAreReadWithABomCrlfAndNoLastLineEnd() throws IOException {
    String csv =
        "\uFEFFcode,name,note,unit price\r\n"
            + "x1,\"Smith, Ann\",\"said \"\"hi\"\"\",p1\r\n"
            + "x2,\"华东\r\n二部\",\"a\nb\",p2\r\n"
            + "\"x3\",O'Neil,pl\"ain,\"p3\"";
    Payloads.Result result = read(CSV, csv);

    assertThat(result.texts())
        .containsExactly(
            "{\"code\":\"x1\",\"name\":\"Smith, Ann\",\"note\":\"said \\\"hi\\\"\","
                + "\"unit price\":\"p1\"}",
            "{\"code\":\"x2\",\"name\":\"华东\\r\\n二部\",\"note\":\"a\\nb\",\"unit price\":\"p2\"}",
            "{\"code\":\"x3\",\"name\":\"O'Neil\",\"note\":\"pl\\\"ain\",\"unit price\":\"p3\"}");
    assertThat(result.lines()).containsExactly(2L, 3L, 6L);
    assertThat(result.bad()).isEmpty();
    assertThat(result.warnings()).isEmpty();
    assertThat(result.singleRoot()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineEndEndsARowAndEmptyLinesAreSkipped(String end) throws IOException {
    String csv =
        String.join(end, "", "a,b", "", "1,2", "", "", "\"x" + end + "y\",4", "", "5,6", "");
    Payloads.Result result = read(CSV, csv);

    assertThat(result.values()).hasSize(3);
    assertThat(result.lines()).containsExactly(4L, 7L, 10L);
    assertThat(result.bad()).isEmpty();
  }

  /** The empty text of each kind of field under each option: "" is text, - absent, 0 null. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "absent | STRING  | x,    | -",
        "absent | STRING  | x,\"\" | ''",
        "absent | ANY     | x,\"\" | ''",
        "absent | INTEGER | x,    | -",
        "absent | INTEGER | x,\"\" | -",
        "absent | DATE    | x,\"\" | -",
        "null   | STRING  | x,    | 0",
        "null   | STRING  | x,\"\" | ''",
        "null   | INTEGER | x,    | 0",
        "null   | INTEGER | x,\"\" | 0",
        "null   | BOOLEAN | x,\"\" | 0",
        "text   | STRING  | x,    | ''",
        "text   | STRING  | x,\"\" | ''",
        "text   | ANY     | x,    | ''",
        "text   | DECIMAL | x,    | -",
        "text   | DECIMAL | x,\"\" | -",
      })
  void whatAnEmptyFieldMeans(String emptyIs, FieldType type, String row, String meaning)
      throws IOException {
    PayloadSpec spec =
        spec("csv", "{\"emptyIs\":\"" + emptyIs + "\"}", schema(FieldType.STRING, type));
    Payloads.Result result = read(spec, "a,b\n" + row + "\n");

    String expected =
        switch (meaning) {
          case "-" -> "{\"a\":\"x\"}";
          case "0" -> "{\"a\":\"x\",\"b\":null}";
          default -> "{\"a\":\"x\",\"b\":\"\"}";
        };
    assertThat(result.texts()).containsExactly(expected);
  }

  @Test
  void aQuotedEmptyFieldIsNoEmptyLine() throws IOException {
    Payloads.Result result = read(CSV, "a\nx\n\n\"\"\ny\n");

    assertThat(result.texts()).containsExactly("{\"a\":\"x\"}", "{\"a\":\"\"}", "{\"a\":\"y\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1|column-count|3 has 1 column, but the header has 2",
        "1,2,3|column-count|3 has 3 columns, but the header has 2",
        "\"\"|column-count|3 has 1 column",
        "\"a\"b,2|bad-quote|line 3, column 4",
        "1,\"a\" |bad-quote|line 3, column 6"
      })
  void aBadRowIsToldWithItsTextAndTheNextIsRead(String row, String code, String message)
      throws IOException {
    String line = row.endsWith("\" ") ? row : row.strip();
    if (code.equals("bad-quote") && line.equals("1,\"a\"")) {
      line = line + " ";
    }
    Payloads.Result result = read(CSV, "a,b\n1,2\n" + line + "\n5,6\n");

    assertThat(result.lines()).containsExactly(2L, 4L);
    assertThat(result.bad()).hasSize(1);
    BadRecordException bad = result.bad().getFirst();
    assertThat(bad.code()).isEqualTo(code);
    assertThat(bad.line()).isEqualTo(3);
    assertThat(bad.last()).isFalse();
    assertThat(bad.raw()).isEqualTo(line.stripTrailing());
    assertThat(bad.getMessage()).contains(message).endsWith(".");
  }

  @Test
  void aQuoteNeverClosedIsTheLastBadRecord() throws IOException {
    Payloads.Result result = read(CSV, "a,b\n1,2\n3,\"4\n5,6\n7,8\n");

    assertThat(result.lines()).containsExactly(2L);
    assertThat(result.bad()).hasSize(1);
    BadRecordException bad = result.bad().getFirst();
    assertThat(bad.code()).isEqualTo(ReadCodes.BAD_QUOTE);
    assertThat(bad.line()).isEqualTo(3);
    assertThat(bad.last()).isTrue();
    assertThat(bad).hasMessageContaining("line 3, column 3");
  }

  @Test
  void aLastQuoteClosedAtTheEndIsFine() throws IOException {
    assertThat(read(CSV, "a\n\"x\"").texts()).containsExactly("{\"a\":\"x\"}");
  }

  @Test
  void anEndlessFieldIsReadPastWithinTheMemory() throws IOException {
    Payloads.Result result =
        read(CSV, "a\n1\n\"" + "x".repeat(20_000_100) + "\"\n3\n\"" + "y".repeat(20_000_100));

    assertThat(result.texts()).containsExactly("{\"a\":\"1\"}", "{\"a\":\"3\"}");
    assertThat(result.bad()).hasSize(2);
    assertThat(result.bad()).allMatch(e -> e.code().equals(ReadCodes.TOO_LONG));
    assertThat(result.bad().getFirst().last()).isFalse();
    assertThat(result.bad().getLast().last()).isTrue();
  }

  @Test
  void aMillionColumnsAreCountedNotKept() throws IOException {
    Payloads.Result result = read(CSV, "a,b\n" + ",".repeat(1_000_000) + "\n1,2\n");

    assertThat(result.lines()).containsExactly(3L);
    assertThat(result.bad().getFirst()).hasMessageContaining("1000001 columns");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void aByteOrderMarkDecidesTheEncodingOverTheOption(String encoding) throws IOException {
    PayloadSpec spec = spec("csv", "{\"encoding\":\"windows-1252\"}");
    Payloads.Result result = read(spec, "\uFEFF编号,b\n华东𠮷,2\n".getBytes(Charset.forName(encoding)));

    assertThat(result.texts()).containsExactly("{\"编号\":\"华东𠮷\",\"b\":\"2\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, 华东𠮷€",
    "GBK, 华东",
    "Big5, 華東",
    "Shift_JIS, 東京",
    "windows-1252, Käse €",
    "UTF-16LE, 华"
  })
  void theOptionEncodingIsHeeded(String encoding, String text) throws IOException {
    PayloadSpec spec = spec("csv", "{\"encoding\":\"" + encoding + "\"}");
    Payloads.Result result =
        read(spec, ("a,b\n" + text + ",2\n").getBytes(Charset.forName(encoding)));

    assertThat(result.texts()).containsExactly("{\"a\":\"" + text + "\",\"b\":\"2\"}");
  }

  @Test
  void theMarkOfGb18030IsDroppedToo() throws IOException {
    PayloadSpec spec = spec("csv", "{\"encoding\":\"GB18030\"}");
    Payloads.Result result = read(spec, "\uFEFFa\n华\n".getBytes(Charset.forName("GB18030")));

    assertThat(result.texts()).containsExactly("{\"a\":\"华\"}");
  }

  @Test
  void malformedBytesFailTheirRowAlone() throws IOException {
    byte[] gbk = "华".getBytes(Charset.forName("GBK"));
    Payloads.Result result =
        read(
            CSV,
            JsonReadingTest.concat(
                "a,b\n1,2\n\"x\ny\",".getBytes(UTF_8), gbk, "\n5,后\n".getBytes(UTF_8)));

    assertThat(result.lines()).containsExactly(2L, 5L);
    BadRecordException bad = result.bad().getFirst();
    assertThat(bad.code()).isEqualTo(ReadCodes.BAD_ENCODING);
    assertThat(bad.line()).isEqualTo(3);
    assertThat(bad).hasMessageContaining("line 4, column 4").hasMessageContaining("BB");
  }

  @Test
  void malformedBytesInTheHeaderMakeTheInputUnusable() {
    byte[] input = JsonReadingTest.concat(new byte[] {'a', (byte) 0xFF}, "\n1\n".getBytes(UTF_8));

    assertThatThrownBy(() -> read(CSV, input))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("header of order")
        .hasMessageContaining("line 1, column 2");
  }

  @Test
  void otherDelimitersAndQuotesAreHeeded() throws IOException {
    Payloads.Result tabs = read(spec("csv", "{\"delimiter\":\"\\t\"}"), "a\tb\n1,5\t\"2\t\"\n");
    Payloads.Result marks =
        read(spec("csv", "{\"delimiter\":\";\",\"quote\":\"'\"}"), "a;b\n'x;''y''';\"2\n");

    assertThat(tabs.texts()).containsExactly("{\"a\":\"1,5\",\"b\":\"2\\t\"}");
    assertThat(marks.texts()).containsExactly("{\"a\":\"x;'y'\",\"b\":\"\\\"2\"}");
  }

  @Test
  void trimDropsBlanksAroundFieldsButNotWithinQuotes() throws IOException {
    Payloads.Result result =
        read(spec("csv", "{\"trim\":true}"), " a , b \n  1 , \" x \" \n   \n,  \n");

    assertThat(result.texts()).containsExactly("{\"a\":\"1\",\"b\":\" x \"}", "{}");
    assertThat(read(CSV, "a,b\n 1 , 2 \n").texts())
        .containsExactly("{\"a\":\" 1 \",\"b\":\" 2 \"}");
  }

  @Test
  void withoutAHeaderTheSchemaNamesTheColumns() throws IOException {
    PayloadSpec spec =
        spec("csv", "{\"header\":false}", schema(FieldType.STRING, FieldType.INTEGER));
    Payloads.Result result = read(spec, "x,1\ny\n");

    assertThat(result.texts()).containsExactly("{\"a\":\"x\",\"b\":\"1\"}");
    assertThat(result.bad().getFirst()).hasMessageContaining("the schema lists 2");
    assertThatThrownBy(() -> read(spec("csv", "{\"header\":false}"), "x,1\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("order");
  }

  @Test
  void aNameThatStandsTwiceIsRenamedWithAWarning() throws IOException {
    Payloads.Result result = read(CSV, "a,a,a_2,a,\n1,2,3,4,5\n");

    assertThat(result.texts())
        .containsExactly("{\"a\":\"1\",\"a_3\":\"2\",\"a_2\":\"3\",\"a_4\":\"4\",\"\":\"5\"}");
    assertThat(result.warnings()).hasSize(2);
    assertThat(result.warnings().getFirst()).contains("Column 2").contains("“a”").contains("“a_3”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "a,b", "a,b\n"})
  void anInputWithoutRowsHasNoRecords(String csv) throws IOException {
    Payloads.Result result = read(CSV, csv);

    assertThat(result.records()).isEmpty();
    assertThat(result.bad()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"delimiter\":\";;\"}|The option delimiter of order is \";;\", but it must be one"
            + " character",
        "{\"delimiter\":\"\\n\"}|The option delimiter of order",
        "{\"delimiter\":7}|The option delimiter of order is 7",
        "{\"quote\":\"\"}|The option quote of order is \"\"",
        "{\"quote\":\",\"}|The options delimiter and quote of order are the same",
        "{\"header\":\"no\"}|The option header of order is \"no\", but it must be true or false",
        "{\"encoding\":\"UTF-9\"}|The option encoding of order is \"UTF-9\"",
        "{\"encoding\":\"\"}|The option encoding of order is \"\"",
        "{\"lineEnd\":\"x\"}|it must be \"\\n\", \"\\r\\n\" or \"\\r\"",
        "{\"emptyIs\":\"nothing\"}|it must be \"absent\", \"null\" or \"text\"",
        "{\"trim\":1}|The option trim of order is 1",
        "[]|The options of order must be an object"
      })
  void aWrongOptionIsNamedWithWhatIsAllowed(String options, String message) {
    assertThatThrownBy(() -> read(spec("csv", options), "a\n1\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(message)
        .message()
        .endsWith(".");
  }

  @Test
  void unknownOptionsAreLeftAlone() throws IOException {
    assertThat(read(spec("csv", "{\"patterns\":{},\"trim\":null}"), "a\n1\n").values()).hasSize(1);
  }
}
