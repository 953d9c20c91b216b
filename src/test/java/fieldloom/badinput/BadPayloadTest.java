package fieldloom.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.Payloads;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format over inputs that are wrong. */
class BadPayloadTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};

  static List<PayloadFormat> formats() {
    return PayloadFormats.all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aFileOfAnotherKindIsCalledByItsName(PayloadFormat format) {
    boolean workbook = format.name().equals("xlsx");
    isRefused(format, PNG, workbook ? "is no .xlsx file" : "The input of order is a PNG picture");
    isRefused(
        format,
        "\uFEFF <!doctype HTML><html>".getBytes(UTF_8),
        workbook ? "is no .xlsx file" : "is an HTML page");
    isRefused(
        format, "%PDF-1.7".getBytes(UTF_8), workbook ? "is no .xlsx file" : "is a PDF document");
  }

  private static void isRefused(PayloadFormat format, byte[] input, String said) {
    assertThatThrownBy(() -> Payloads.read(Payloads.spec(format.name()), input))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(said)
        .message()
        .endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({"csv", "fixed", "json", "ndjson", "edi"})
  void aDocumentOfXmlIsNoTable(String format) {
    assertThatThrownBy(() -> Payloads.read(Payloads.spec(format), "<?xml version='1.0'?><orders/>"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("is an XML document, which is not read as " + format);
  }

  @Test
  void pagesThatAreXmlAndWordsInBracketsAreRead() throws IOException {
    String page = "<html xmlns='http://www.w3.org/1999/xhtml'><body>x</body></html>";

    assertThat(Payloads.read(Payloads.spec("xml", null), page).bad()).isEmpty();
    assertThat(Payloads.read(Payloads.spec("csv"), "[Order No],b\n1,2\n").texts())
        .containsExactly("{\"[Order No]\":\"1\",\"b\":\"2\"}");
  }

  @Test
  void aByteOrderMarkIsInNoHeader() throws IOException {
    assertThat(Payloads.read(Payloads.spec("csv"), "\uFEFF\uFEFFa,b\n1,2\n").texts())
        .containsExactly("{\"a\":\"1\",\"b\":\"2\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "json | {\"a\":1,} | line 1, column 8 the JSON is malformed: a name in double quotes was",
        "json | {\"a\":1 | ends at line 1, column 7 in the middle of a record",
        "json | [{\"a\":tru}] | “tru” is no value of JSON",
        "json | \uFEFF\uFEFF{} | a byte order mark stands in the middle of the text; delete it",
        "xml | <a><b></a> | </a> stands where </b> was expected; close each element in turn",
        "xml | <a b=1/> | put the value in quotes",
        "xml | <a>&x;</a> | the entity &x; is not known",
        "xml | <p:a/> | the prefix p has no namespace; declare it with xmlns:p",
      })
  void whatIsMalformedIsToldInOurWords(String format, String input, String said)
      throws IOException {
    List<BadRecordException> bad = Payloads.read(Payloads.spec(format, null), input).bad();

    assertThat(bad.getFirst())
        .hasMessageContaining(said)
        .message()
        .endsWith(".")
        .doesNotContain("code 9", "CTRL-CHAR", "token (", "\n");
  }

  @Test
  void linesOfNothingButNulAreNotBlank() throws IOException {
    assertThat(Payloads.read(Payloads.spec("ndjson"), "\u0000\u0000\n{}\n").bad())
        .singleElement()
        .satisfies(
            bad ->
                assertThat(bad)
                    .hasMessageContaining("the control character of code 0 stands there"));
  }

  /** In a heap of 256 MB, as a program of its own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "json | {\"a\":\" | x | 100000000 | \"} | more than 20,000,000 characters",
        "json | [{\"a\": | 9 | 1000000 | },{\"a\":2}] | more than 1,000 significant digits",
        "json | [ | [ | 10000 | ] | ends at line 1, column 10003",
        "json | [ | {}, | 33000000 | {}] | 33000001 records",
        "json | [{\"a\":[ | {}, | 33000000 | {}]},{\"b\":1}] | At line 1, column ",
        "json | {\"a\":[ | {}, | 33000000 | {}]} | name the array of its records in the option",
        "json | [ | {\"a\":\"b\"}, | 10000000 | {}] | 10000001 records",
        "json | {\"a\":[ | {\"a\":\"b\"}, | 10000000 | {}]} | and the most that one record may take",
        "json | [[ | `\"ab\",` | 20000000 | 1],2] | and the most that one record may take",
        "json | [[ | 12.5, | 20000000 | 1],2] | and the most that one record may take",
        "ndjson | {\"a\":[ | {}, | 5000000 | `{}]}\n{}\n` | and the most that one record may take",
        "ndjson | {\"a\":\" | x | 100000000 | `\"}\n{}\n` | more than 20,000,000 characters",
        "xml | <a> | x | 100000000 | </a> | more than 20,000,000 characters",
        "xml | < | x | 100000000 | /> | a name, a tag or a processing instruction has more than",
        "xml | <a><?p | ` ` | 100000000 | ?></a> | a processing instruction has more than",
        "csv | `a,b\n` | x | 100000000 | `,1\ny,2\n` | more than 20,000,000 characters",
        "fixed | x | x | 100000000 | `\ny\n` | more than 20,000,000 characters",
        "xlsx | `PK\u0003\u0004` | x | 100000000 | x | is cut off",
      })
  void whatIsTooLargeEndsInASentence(
      String format, String before, String middle, String count, String behind, String said)
      throws Exception {
    String output = SmallHeap.output(HeavyInput.class, format, before, middle, count, behind);

    assertThat(output).contains(said).contains("records").doesNotContain("Exception", "Error");
  }
}
