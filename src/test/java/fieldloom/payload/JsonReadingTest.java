package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadingTest {
  private static final PayloadSpec JSON = spec("json", null);

  @Test
  void anArrayIsOneRecordAnItem() throws IOException {
    Payloads.Result result = read(JSON, "[\n {\"a\": 3},\n {\"a\": 1}, {\"a\":\n 2}\n]\n");

    assertThat(result.texts()).containsExactly("{\"a\":3}", "{\"a\":1}", "{\"a\":2}");
    assertThat(result.lines()).containsExactly(2L, 3L, 3L);
    assertThat(result.singleRoot()).isFalse();
    assertThat(result.bad()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":[1,2,{\"b\":null}],\"c\":true}", "7", "\"text\"", "null", "{}"})
  void anyOtherRootIsTheOneRecord(String json) throws IOException {
    Payloads.Result result = read(JSON, "\n" + json + "\n");

    assertThat(result.texts()).containsExactly(json);
    assertThat(result.lines()).containsExactly(2L);
    assertThat(result.singleRoot()).isTrue();
  }

  @Test
  void anEmptyArrayHasNoRecords() throws IOException {
    Payloads.Result result = read(JSON, "[]");

    assertThat(result.records()).isEmpty();
    assertThat(result.bad()).isEmpty();
    assertThat(result.singleRoot()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/orders {\"orders\":[1,2]}",
        "/data/0/orders {\"x\":[[]],\"data\":[{\"orders\":[1,2],\"y\":[3]}],\"z\":{}}",
        "/a~1b {\"a/b\":[1,2]}",
        "/1 [[9],[1,2]]",
        "'' [1,2]"
      })
  void theOptionRecordsPointsAtTheArray(String pointer, String json) throws IOException {
    Payloads.Result result = read(spec("json", "{\"records\":\"" + pointer + "\"}"), json);

    assertThat(result.texts()).containsExactly("1", "2");
    assertThat(result.bad()).isEmpty();
    assertThat(result.singleRoot()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/orders {\"order\":[1,2]}",
        "/orders {\"orders\":{}}",
        "/orders/0 {\"orders\":[]}",
        "/orders 7",
        "'' {}"
      })
  void aPointerToNoArrayIsAnErrorThatNamesTheOption(String pointer, String json) {
    assertThatThrownBy(() -> read(spec("json", "{\"records\":\"" + pointer + "\"}"), json))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("records")
        .hasMessageContaining("order")
        .hasMessageContaining("\"" + pointer + "\"");
  }

  @Test
  void whatFollowsTheRecordsIsReadToTheEnd() throws IOException {
    Payloads.Result result =
        read(spec("json", "{\"records\":\"/o\"}"), "{\"o\":[1,2],\n \"rest\": [}");

    assertThat(result.texts()).containsExactly("1", "2");
    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst()).hasMessageContaining("line 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0",
        "1E+2",
        "1e400",
        "19.90",
        "0.10",
        "12345678901234567890123456789012345678901234567890",
        "9007199254740993",
        "1e-9999",
        "-1E9999"
      })
  void aNumberKeepsItsText(String number) throws IOException {
    Payloads.Result result = read(JSON, "[" + number + "]");

    assertThat(((Num) result.values().getFirst()).text()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e10000", "-1E-10000", "1e99999999999999999999"})
  void anExponentBeyondTheLimitFailsItsRecordAlone(String number) throws IOException {
    Payloads.Result result = read(JSON, "[{\"a\":[" + number + ",{\"b\":[1]}]},\n{\"a\":2}]");

    assertThat(result.texts()).containsExactly("{\"a\":2}");
    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst().code()).isEqualTo(ReadCodes.NUMBER_TOO_LARGE);
    assertThat(result.bad().getFirst().last()).isFalse();
    assertThat(result.bad().getFirst()).hasMessageContaining("line 1, column 8");
  }

  @Test
  void aThousandDigitsAreReadAndOneMoreIsNot() throws IOException {
    String thousand = "7".repeat(1000);
    Payloads.Result result =
        read(JSON, "[" + thousand + ",0." + thousand + "," + thousand + "7,0." + thousand + "7,1]");

    assertThat(result.texts()).containsExactly(thousand, "0." + thousand, "1");
    assertThat(result.bad())
        .extracting(BadRecordException::code)
        .containsOnly(ReadCodes.NUMBER_TOO_LARGE)
        .hasSize(2);
  }

  @Test
  void aDuplicateKeyKeepsItsLastValueAndWarnsWithItsPlace() throws IOException {
    Payloads.Result result =
        read(JSON, "{\"doubledKey\": \"first\",\n \"b\": \"B\",\n \"doubledKey\": \"last\"}");

    assertThat(result.texts()).containsExactly("{\"doubledKey\":\"last\",\"b\":\"B\"}");
    assertThat(result.warnings()).hasSize(1);
    assertThat(result.warnings().getFirst()).contains("“doubledKey”").contains("line 3, column 2");
  }

  @Test
  void manyDuplicateKeysAreNotAllListed() throws IOException {
    String record = "{\"a\":1,\"a\":2}";
    Payloads.Result result = read(JSON, "[" + (record + ",").repeat(499) + record + "]");

    assertThat(result.records()).hasSize(500);
    assertThat(result.warnings()).hasSize(101);
  }

  @ParameterizedTest
  @CsvSource({"999, true", "1000, true", "1001, false", "10000, false", "900000, false"})
  void depthCountsTheRecordAsOneAndEndsAtAThousand(int depth, boolean works) throws IOException {
    String deep = "[".repeat(depth) + "]".repeat(depth);
    Payloads.Result result = read(JSON, "[1," + deep + ",2]");

    assertThat(result.values()).hasSize(works ? 3 : 2);
    assertThat(result.values().getLast()).isEqualTo(Num.ofText("2"));
    assertThat(result.bad()).hasSize(works ? 0 : 1);
    assertThat(result.bad()).allSatisfy(e -> assertThat(e.code()).isEqualTo(ReadCodes.TOO_DEEP));
    assertThat(result.bad()).allSatisfy(e -> assertThat(e.last()).isFalse());
  }

  @Test
  void objectsCountForDepthToo() throws IOException {
    String works = "{\"a\":".repeat(999) + "{}" + "}".repeat(999);
    String fails = "{\"a\":".repeat(1000) + "{}" + "}".repeat(1000);

    assertThat(read(JSON, works).texts()).containsExactly(works);
    assertThat(read(JSON, fails).bad()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'a':1},{'a':2},{'a':|2|cut-off",
        "[{'a':1},{'a':2},|2|cut-off",
        "[{'a':1},{'a':2}|2|cut-off",
        "[{'a':1},{'a':\"te|1|cut-off",
        "[{'a':1},{'a' 2},{'a':3}]|1|bad-json",
        "[{'a':1},{'a':2},]|2|bad-json",
        "[{'a':1}] x|1|bad-json",
        "[{'a':1}][]|1|bad-json",
        "[{'a':1}]]|1|bad-json",
        "{'a':1} {'a':2}|0|bad-json",
        "{'a':1|0|cut-off",
        "nul|0|bad-json",
        "NaN|0|bad-json",
        "[Infinity]|0|bad-json",
        "[-Infinity]|0|bad-json",
        "[01]|0|bad-json",
        "[+1]|0|bad-json",
        "[1.]|0|bad-json",
        "[.5]|0|bad-json",
        "[1,/* no */2]|1|bad-json",
        "[1,// no|1|bad-json",
        "[1,#|1|bad-json",
        "[{a:1}]|0|bad-json",
        "['\\x41']|0|bad-json"
      })
  void malformedJsonEndsWithOneErrorBehindTheWholeRecords(String json, int whole, String code)
      throws IOException {
    Payloads.Result result = read(JSON, json.replace('\'', '"'));

    assertThat(result.records()).hasSize(whole);
    assertThat(result.bad()).hasSize(1);
    BadRecordException bad = result.bad().getFirst();
    assertThat(bad.last()).isTrue();
    assertThat(bad.line()).isEqualTo(1);
    assertThat(bad.code()).isEqualTo(code);
    assertThat(bad.getMessage()).contains("line 1, column ").endsWith(".").doesNotContain("\n");
  }

  @Test
  void singleQuotesAreNoJson() throws IOException {
    assertThat(read(JSON, "['a']").bad()).hasSize(1);
  }

  @Test
  void aControlCharacterInATextIsNoJson() throws IOException {
    assertThat(read(JSON, "[\"a\tb\"]").bad()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n ", "\uFEFF"})
  void anEmptyInputIsOneSentence(String input) {
    assertThatThrownBy(() -> read(JSON, input))
        .isInstanceOf(IOException.class)
        .hasMessage("The input of order is empty; a JSON document was expected.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void aByteOrderMarkDecidesTheEncoding(String encoding) throws IOException {
    String json = "[{\"名\":\"华东 𠮷😀\"}]";
    Payloads.Result result = read(JSON, ("\uFEFF" + json).getBytes(Charset.forName(encoding)));

    assertThat(result.texts()).containsExactly("{\"名\":\"华东 𠮷😀\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "C0 AE, C0",
    "E0 80 AF, E0",
    "ED A0 80, ED",
    "F8 88 80 80 80, F8",
    "FF, FF",
    "80, 80",
    "E4 B8, E4 B8"
  })
  void malformedBytesFailTheirRecordAlone(String hex, String shown) throws IOException {
    byte[] before = "[{\"a\":\"ok\"},\n{\"a\":\"x".getBytes(UTF_8);
    byte[] after = "y\"},\n{\"a\":\"后\"}]".getBytes(UTF_8);
    byte[] bytes = java.util.HexFormat.ofDelimiter(" ").parseHex(hex);
    Payloads.Result result = read(JSON, concat(before, bytes, after));

    assertThat(result.texts()).containsExactly("{\"a\":\"ok\"}", "{\"a\":\"后\"}");
    assertThat(result.bad()).hasSize(1);
    BadRecordException bad = result.bad().getFirst();
    assertThat(bad.code()).isEqualTo(ReadCodes.BAD_ENCODING);
    assertThat(bad.line()).isEqualTo(2);
    assertThat(bad.last()).isFalse();
    assertThat(bad.getMessage()).contains("line 2").contains(shown).contains("UTF-8");
  }

  @Test
  void malformedBytesInAKeyFailTheRecordToo() throws IOException {
    byte[] input =
        concat("[{\"a".getBytes(UTF_8), new byte[] {(byte) 0xFF}, "\":{}},7]".getBytes(UTF_8));
    Payloads.Result result = read(JSON, input);

    assertThat(result.texts()).containsExactly("7");
    assertThat(result.bad()).hasSize(1);
  }

  @Test
  void malformedBytesBetweenRecordsEndTheReading() throws IOException {
    byte[] input = concat("[1,\n".getBytes(UTF_8), new byte[] {(byte) 0xC0}, "2]".getBytes(UTF_8));
    Payloads.Result result = read(JSON, input);

    assertThat(result.texts()).containsExactly("1");
    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst().code()).isEqualTo(ReadCodes.BAD_ENCODING);
    assertThat(result.bad().getFirst().last()).isTrue();
    assertThat(result.bad().getFirst()).hasMessageContaining("line 2");
  }

  @Test
  void malformedBytesOutsideTheRecordsAreAWarningAndFailNone() throws IOException {
    byte[] wrong = {(byte) 0xFF};
    byte[] input =
        concat(
            "{\"head\":\"".getBytes(UTF_8),
            wrong,
            "\",\"o\":[\"x\",{}],\"tail\":\"".getBytes(UTF_8),
            wrong,
            "\"}".getBytes(UTF_8));
    Payloads.Result result = read(spec("json", "{\"records\":\"/o\"}"), input);

    assertThat(result.texts()).containsExactly("\"x\"", "{}");
    assertThat(result.bad()).isEmpty();
    assertThat(result.warnings()).hasSize(2).allMatch(w -> w.contains("the byte FF is not UTF-8"));
  }

  @Test
  void aReplacementCharacterThatIsReallyThereIsKept() throws IOException {
    assertThat(read(JSON, "[\"\uFFFD\"]").texts()).containsExactly("\"\uFFFD\"");
  }

  @Test
  void aFailingStreamIsAnErrorOfTheInputNotOfARecord() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk gone");
          }
        };
    InputStream in =
        new SequenceInputStream(new ByteArrayInputStream("[1,".getBytes(UTF_8)), failing);

    assertThatThrownBy(
            () -> {
              try (RecordReader reader = PayloadFormats.of("json").reader(in, JSON)) {
                reader.next();
                reader.next();
              }
            })
        .hasMessage("disk gone");
  }

  @Test
  void aLoneSurrogateEscapeIsKept() throws IOException {
    Payloads.Result result = read(JSON, "[\"\\ud800x\"]");

    assertThat(result.values()).isEqualTo(List.of("\ud800x"));
    assertThat(result.texts()).containsExactly("\"\\uD800x\"");
  }

  @Test
  void tenThousandKeysInOneObjectAreRead() throws IOException {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 100_000; i++) {
      json.append(i == 0 ? "" : ",").append("\"key").append(i).append("\":").append(i);
    }
    Payloads.Result result = read(JSON, json.append("}").toString());

    assertThat(((Obj) result.values().getFirst()).size()).isEqualTo(100_000);
  }

  @Test
  void aTextBeyondTheLimitIsRefusedWithTheLimit() throws IOException {
    Payloads.Result result = read(JSON, "[1,\"" + "x".repeat(20_000_001) + "\"]");

    assertThat(result.texts()).containsExactly("1");
    assertThat(result.bad().getFirst().code()).isEqualTo(ReadCodes.TOO_LONG);
    assertThat(result.bad().getFirst()).hasMessageContaining("20,000,000");
  }

  static byte[] concat(byte[]... parts) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
