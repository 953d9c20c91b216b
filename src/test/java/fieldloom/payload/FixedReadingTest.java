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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedReadingTest {
  private static final String ITEM =
      """
      {"records": [{"fields": [
        {"name": "code", "at": 1, "length": 5},
        {"name": "qty", "at": 6, "length": 4, "pad": "0", "align": "right", "type": "integer"},
        {"name": "price", "at": 10, "length": 6, "pad": "0", "align": "right", "type": "decimal",
         "scale": 2}]}]}
      """;

  private static final String ORDER =
      """
      {"header": "HEAD", "records": [
        {"name": "HEAD", "type": {"at": 1, "text": "H"}, "fields": [
          {"name": "no", "at": 2, "length": 4}]},
        {"name": "LINE", "type": {"at": 1, "text": "L"}, "fields": [
          {"name": "sku", "at": 2, "length": 3},
          {"name": "qty", "at": 5, "length": 3, "align": "right", "type": "integer"}]},
        {"name": "NOTE", "type": {"at": 1, "text": "N"}, "fields": [
          {"name": "text", "at": 2, "length": 10}]}]}
      """;

  /** One field of the whole line, as the options describe it. */
  private static PayloadSpec one(String field) {
    return spec(
        "fixed",
        "{\"records\":[{\"fields\":[{\"name\":\"a\",\"at\":1,\"length\":6"
            + (field.isEmpty() ? "" : "," + field.replace('\'', '"'))
            + "}]}]}");
  }

  @Test
  void aLineIsARecordOfItsFields() throws IOException {
    Payloads.Result result = read(spec("fixed", ITEM), "A-1  0012001990\n华东甲  0000000005\n");

    assertThat(result.texts())
        .containsExactly(
            "{\"code\":\"A-1\",\"qty\":12,\"price\":19.90}",
            "{\"code\":\"华东甲\",\"qty\":0,\"price\":0.05}");
    assertThat(result.lines()).containsExactly(1L, 2L);
    assertThat(result.singleRoot()).isFalse();
  }

  /** What the six characters of a field mean: - is absent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|~ab    ~|~\"ab\"~",
        "~~|~  ab  ~|~\"  ab\"~",
        "~~|~      ~|-",
        "'align':'right'|~    ab~|~\"ab\"~",
        "'align':'right'|~  ab  ~|~\"ab  \"~",
        "'pad':'*'|~ab****~|~\"ab\"~",
        "'pad':'*'|~******~|-",
        "'pad':'*'|~      ~|~\"      \"~",
        "'pad':'0','align':'right'|000712|~\"712\"~",
        "'pad':'0','align':'right'|000000|-",
        "'type':'integer'|~    12~|12",
        "'type':'integer'|~12    ~|12",
        "'type':'integer','align':'right'|~   -12~|-12",
        "'type':'integer'|~      ~|-",
        "'type':'integer','pad':'*'|~12****~|12",
        "'type':'integer','pad':'*'|~******~|-",
        "'type':'integer','pad':'0'|000012|12",
        "'type':'integer','pad':'0'|001200|1200",
        "'type':'integer','pad':'0'|000000|0",
        "'type':'integer','pad':'0'|-00012|-12",
        "'type':'integer','pad':'0'|~      ~|-",
        "'type':'integer'|~ +0012~|12",
        "'type':'decimal'|~ 19.90~|19.90",
        "'type':'decimal','pad':'0'|019.90|19.90",
        "'type':'decimal','pad':'0'|000.50|0.50",
        "'type':'decimal','pad':'0'|0000.5|0.5",
        "'type':'decimal','pad':'0'|00000.|0",
        "'type':'decimal'|~    .5~|0.5",
        "'type':'decimal'|~  1e+3~|1e+3",
        "'type':'decimal'|1e9999|1e9999",
        "'type':'decimal','scale':2|~  1990~|19.90",
        "'type':'decimal','scale':2|~    -5~|-0.05",
        "'type':'decimal','scale':2,'pad':'0'|000000|0.00",
        "'type':'decimal','scale':0|~    12~|12",
        "'scale':3|~    12~|0.012",
        "'type':'date','pad':'0'|000000|-",
        "'type':'date','pad':'0'|010226|~\"010226\"~",
        "'type':'boolean'|~ true ~|~\"true\"~",
      })
  void whatTheCharactersOfAFieldMean(String field, String line, String meaning) throws IOException {
    Payloads.Result result = read(one(field == null ? "" : field), line + "\n");

    assertThat(result.bad()).isEmpty();
    assertThat(result.texts())
        .containsExactly(meaning.equals("-") ? "{}" : "{\"a\":" + meaning + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'type':'integer'|12A   |“12A”, which is no number",
        "'type':'integer'|1 2   |“1 2”, which is no number",
        "'type':'integer'|12.5  |“12.5”, which is no whole number",
        "'type':'decimal'|1.2.3 |“1.2.3”, which is no number",
        "'type':'decimal'|1e    |“1e”, which is no number",
        "'type':'decimal'|.     |“.”, which is no number",
        "'type':'decimal','length':8|1e999999|more digits, or a larger exponent",
        "'type':'decimal'|--5   |“--5”, which is no number",
        "'type':'decimal','scale':2|19.90 |“19.90”, but it must have digits only",
      })
  void aFieldThatHoldsNoValueFailsItsRecordAlone(String field, String line, String message)
      throws IOException {
    Payloads.Result result = read(one(field), "1\n" + line + "\n2\n");

    assertThat(result.lines()).containsExactly(1L, 3L);
    BadRecordException bad = result.bad().getFirst();
    assertThat(bad.code()).isEqualTo(ReadCodes.BAD_VALUE);
    assertThat(bad.line()).isEqualTo(2);
    assertThat(bad.raw()).isEqualTo(line);
    assertThat(bad)
        .hasMessageStartingWith("Line 2, positions 1 to ")
        .hasMessageContaining(message)
        .message()
        .endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineEndEndsALineAndEmptyLinesAreSkipped(String end) throws IOException {
    String lines = String.join(end, "", "A-1  0001000100", "", "", "A-2  0002000200");
    Payloads.Result result = read(spec("fixed", ITEM), lines);

    assertThat(result.lines()).containsExactly(2L, 5L);
    assertThat(result.bad()).isEmpty();
  }

  @Test
  void aShortLineLacksItsLastFieldsAndWhatStandsBehindThemIsPassedOver() throws IOException {
    Payloads.Result result =
        read(spec("fixed", ITEM), "A-1\nA-2  00\nA-3  0001000100 and a remark\n");

    assertThat(result.texts())
        .containsExactly(
            "{\"code\":\"A-1\"}",
            "{\"code\":\"A-2\",\"qty\":0}",
            "{\"code\":\"A-3\",\"qty\":1,\"price\":1.00}");
  }

  @Test
  void aCharacterOutsideTheBasicPlaneIsOnePosition() throws IOException {
    assertThat(read(spec("fixed", ITEM), "𠮷😀   0012\n").texts())
        .containsExactly("{\"code\":\"𠮷😀\",\"qty\":12}");
  }

  @Test
  void typesThatTheOptionsLeaveOutComeFromTheSchema() throws IOException {
    SchemaNode root =
        SchemaNode.builder("row", FieldType.OBJECT)
            .children(List.of(SchemaNode.builder("a", FieldType.INTEGER).build()))
            .build();
    PayloadSpec spec = one("'pad':'0'");

    assertThat(
            read(
                    new PayloadSpec("order", "fixed", spec.options(), new SchemaTree(null, root)),
                    "000000\n000120\n")
                .texts())
        .containsExactly("{\"a\":0}", "{\"a\":120}");
    assertThat(read(spec, "000000\n").texts()).containsExactly("{}");
  }

  @Test
  void withSeveralTypesALineIsARecordNamedByItsType() throws IOException {
    String options = ORDER.replace("\"header\": \"HEAD\",", "");
    Payloads.Result result = read(spec("fixed", options), "H0007\nLabc 12\nX\nNhello\n");

    assertThat(result.texts())
        .containsExactly(
            "{\"HEAD\":{\"no\":\"0007\"}}",
            "{\"LINE\":{\"sku\":\"abc\",\"qty\":12}}",
            "{\"NOTE\":{\"text\":\"hello\"}}");
    BadRecordException bad = result.bad().getFirst();
    assertThat(bad.code()).isEqualTo(ReadCodes.UNKNOWN_LINE);
    assertThat(bad.line()).isEqualTo(3);
    assertThat(bad)
        .hasMessage(
            "Line 3 is of no type that the records of order describe"
                + " (“H” at 1, “L” at 1, “N” at 1); describe it, or correct the line.");
  }

  @Test
  void aRecordWithoutATypeTakesTheLinesThatNoOtherMatches() throws IOException {
    String options =
        "{\"records\":[{\"name\":\"A\",\"fields\":[{\"name\":\"x\",\"at\":1,\"length\":9}]},"
            + "{\"name\":\"B\",\"type\":{\"at\":2,\"text\":\"*\"},\"fields\":"
            + "[{\"name\":\"y\",\"at\":3,\"length\":9}]}]}";

    assertThat(read(spec("fixed", options), "1*b\n12a\n").texts())
        .containsExactly("{\"B\":{\"y\":\"b\"}}", "{\"A\":{\"x\":\"12a\"}}");
  }

  @Test
  void aHeaderOwnsTheLinesAfterIt() throws IOException {
    Payloads.Result result =
        read(
            spec("fixed", ORDER), "H0007\nLabc 12\nNfirst\nLdef  3\n\nH0008\nH0009\nNlast\nNtwo\n");

    assertThat(result.texts())
        .containsExactly(
            "{\"HEAD\":{\"no\":\"0007\"},\"LINE\":[{\"sku\":\"abc\",\"qty\":12},"
                + "{\"sku\":\"def\",\"qty\":3}],\"NOTE\":[{\"text\":\"first\"}]}",
            "{\"HEAD\":{\"no\":\"0008\"}}",
            "{\"HEAD\":{\"no\":\"0009\"},\"NOTE\":[{\"text\":\"last\"},{\"text\":\"two\"}]}");
    assertThat(result.lines()).containsExactly(1L, 6L, 7L);
  }

  @Test
  void aBadLineFailsTheRecordThatOwnsItAndNoOther() throws IOException {
    Payloads.Result result =
        read(
            spec("fixed", ORDER),
            "Labc  1\nLdef  2\nH0007\nLabc 12\nLabc x2\nLabc  1\nH0008\nLdef  3\nX\nH0009\n");

    assertThat(result.texts()).containsExactly("{\"HEAD\":{\"no\":\"0009\"}}");
    assertThat(result.bad()).extracting(BadRecordException::line).containsExactly(1L, 3L, 7L);
    assertThat(result.bad().get(0))
        .hasMessage("Line 1 belongs to no record: no line of the type HEAD stands before it.");
    assertThat(result.bad().get(1))
        .hasMessage("Line 5, positions 5 to 7: the field qty is “x2”, which is no number.");
    assertThat(result.bad().get(1).raw()).isEqualTo("H0007\nLabc 12\nLabc x2\nLabc  1");
    assertThat(result.bad().get(2)).hasMessageContaining("Line 9 is of no type");
  }

  @Test
  void positionsCountBytesWhereTheOptionsSaySo() throws IOException {
    String options =
        "{\"unit\":\"byte\",\"encoding\":\"GB18030\",\"records\":[{\"fields\":["
            + "{\"name\":\"name\",\"at\":1,\"length\":6},"
            + "{\"name\":\"qty\",\"at\":7,\"length\":3,\"type\":\"integer\"}]}]}";
    Charset gb = Charset.forName("GB18030");
    Payloads.Result result =
        read(spec("fixed", options), "华东   12\n€a华 13\n𠮷a 14\nabcdef 15\n华华x华16\n".getBytes(gb));

    assertThat(result.texts())
        .containsExactly(
            "{\"name\":\"华东\",\"qty\":12}",
            "{\"name\":\"€a华\",\"qty\":13}",
            "{\"name\":\"𠮷a\",\"qty\":14}",
            "{\"name\":\"abcdef\",\"qty\":15}");
    BadRecordException bad = result.bad().getFirst();
    assertThat(bad.code()).isEqualTo(ReadCodes.CUT_CHARACTER);
    assertThat(bad)
        .hasMessageStartingWith("Line 5, positions 1 to 6: the field name cuts a character in two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "GBK", "Shift_JIS", "windows-1252"})
  void bytesOfAnyEncodingCanBeCounted(String encoding) throws IOException {
    Charset charset = Charset.forName(encoding);
    int a = encoding.startsWith("UTF-16") ? 2 : 1;
    String options =
        ("{\"unit\":\"byte\",\"encoding\":\"%s\",\"records\":[{\"fields\":["
                + "{\"name\":\"x\",\"at\":%d,\"length\":%d},{\"name\":\"y\",\"at\":%d,\"length\":%d}]}]}")
            .formatted(encoding, 1, 2 * a, 1 + 2 * a, 2 * a);

    assertThat(read(spec("fixed", options), "ab c\nd ef".getBytes(charset)).texts())
        .containsExactly("{\"x\":\"ab\",\"y\":\" c\"}", "{\"x\":\"d\",\"y\":\"ef\"}");
  }

  @Test
  void malformedBytesAndLinesWithoutEndFailTheirRecordAlone() throws IOException {
    byte[] bad =
        JsonReadingTest.concat(
            "ab".getBytes(UTF_8), new byte[] {(byte) 0xFF}, "\n".getBytes(UTF_8));
    byte[] input =
        JsonReadingTest.concat(
            "one\n".getBytes(UTF_8),
            bad,
            "x".repeat(20_000_100).getBytes(UTF_8),
            "\ntwo\n".getBytes(UTF_8));
    Payloads.Result result = read(one(""), input);

    assertThat(result.texts()).containsExactly("{\"a\":\"one\"}", "{\"a\":\"two\"}");
    assertThat(result.bad())
        .extracting(BadRecordException::code)
        .containsExactly(ReadCodes.BAD_ENCODING, ReadCodes.TOO_LONG);
    assertThat(result.bad().getFirst()).hasMessageContaining("line 2, column 3");
    assertThat(result.bad()).noneMatch(BadRecordException::last);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|The option records of order is not given; write the kinds of lines",
        "{'records':[]}|The option records of order is not given",
        "{'records':7}|The option records of order is 7, but it must be a list of objects",
        "{'records':[{}]}|The option fields of record 1 of order is not given",
        "{'records':[{'fields':[{'at':1,'length':2}]}]}|The option name of field 1 of record 1 of"
            + " order is not given",
        "{'records':[{'fields':[{'name':'a','length':2}]}]}|The option at of field 1",
        "{'records':[{'fields':[{'name':'a','at':0,'length':2}]}]}|is 0, but it must be a whole"
            + " number from 1 on",
        "{'records':[{'fields':[{'name':'a','at':1,'length':2.5}]}]}|is 2.5, but it must be",
        "{'records':[{'fields':[{'name':'a','at':1,'length':2,'pad':'ab'}]}]}|The option pad",
        "{'records':[{'fields':[{'name':'a','at':1,'length':2,'pad':'1','type':'integer'}]}]}|The"
            + " option pad",
        "{'records':[{'fields':[{'name':'a','at':1,'length':2,'align':'middle'}]}]}|must be"
            + " \"left\" or \"right\"",
        "{'records':[{'fields':[{'name':'a','at':1,'length':2,'type':'float'}]}]}|The option type",
        "{'records':[{'fields':[{'name':'a','at':1,'length':2,'type':'date','scale':2}]}]}|The"
            + " option scale",
        "{'records':[{'fields':[{'name':'a','at':1,'length':2},{'name':'a','at':3,'length':2}]}]}|"
            + "are named “a”",
        "{'header':'H','records':[{'name':'A','fields':[{'name':'a','at':1,'length':2}]}]}|The"
            + " option header of order names “H”, but the records are A",
        "{'records':[{'fields':[{'name':'a','at':1,'length':2}]},{'name':'B','fields':[{'name':'a'"
            + ",'at':1,'length':2}]}]}|has no name; give it one",
        "{'records':[{'name':'A','fields':[{'name':'a','at':1,'length':2}]},{'name':'B','fields':"
            + "[{'name':'a','at':1,'length':2}]}]}|has no type, so that its lines",
        "{'unit':'word','records':[]}|The option unit of order is \"word\"",
        "{'unit':'byte','encoding':'ISO-2022-JP','records':[{'fields':[{'name':'a','at':1,'length'"
            + ":2}]}]}|choose the unit char",
        "{'unit':'byte','encoding':'GBK','records':[{'fields':[{'name':'a','at':1,'length':2,"
            + "'pad':'　'}]}]}|use a blank",
      })
  void optionsThatCannotBeUsedAreNamed(String options, String message) {
    assertThatThrownBy(() -> read(spec("fixed", options.replace('\'', '"')), "ab\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(message)
        .message()
        .endsWith(".");
  }
}
