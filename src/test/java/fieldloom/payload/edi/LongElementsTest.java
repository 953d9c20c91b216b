package fieldloom.payload.edi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.payload.Payloads;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements of any length are read, though the library has room for four thousand characters. */
class LongElementsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static String interchange(String escaped, String behind) {
    return "UNB+UNOY:4+a+b+20260101:1200+1'UNH+1+CONTRL:D:96A:UN'\nFTX+AAI+++"
        + escaped
        + ":second'"
        + "FTX+AAI+++third'"
        + behind
        + "UNT+5+1'UNZ+1+1'";
  }

  private static String escaped(String text) {
    return text.replaceAll("([+:'?*])", "?$1");
  }

  private static String text(int length) {
    Random random = new Random(length);
    StringBuilder text = new StringBuilder();
    String letters = "ab+:'?*华𠮷 ";
    int[] all = letters.codePoints().toArray();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(all[random.nextInt(all.length)]);
    }
    return text.append("end").toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {2990, 2996, 2997, 2998, 2999, 3000, 4093, 4096, 5000, 70_000, 1_000_000})
  void aTextIsReadWhole(int length) throws IOException {
    String text = text(length);

    Payloads.Result result =
        Payloads.read(EdiFiles.spec(null, null), interchange(escaped(text), "QTY+1'"));

    assertThat(result.bad()).isEmpty();
    var message = JSON.readTree(result.texts().getFirst());
    assertThat(message.at("/FTX/0/FTX04/FTX0401").asText()).isEqualTo(text);
    assertThat(message.at("/FTX/0/FTX04/FTX0402").asText()).isEqualTo("second");
    assertThat(message.at("/FTX/1/FTX04").asText()).isEqualTo("third");
  }

  @Test
  void whatIsWrongBehindALongElementHasItsPlace() throws IOException {
    String bad = interchange(escaped(text(9_000)), "Q+1'");

    Payloads.Result result = Payloads.read(EdiFiles.spec(null, null), bad);

    int column = bad.indexOf("Q+1'") - bad.indexOf('\n');
    assertThat(result.bad().getFirst())
        .hasMessageStartingWith("At line 2, column " + (column + 1) + " the interchange is malf");
  }

  @Test
  void theLengthThatASchemaAllowsIsThatOfTheWholeElement() throws IOException {
    String text = EdiFiles.text("simple810.edi").replaceFirst("ATHENS", "A".repeat(10_000));

    Payloads.Result result = Payloads.read(EdiFiles.spec("EDISchema810.xml", null), text);

    assertThat(result.records()).hasSize(1);
    assertThat(result.bad().getFirst())
        .hasMessageStartingWith(
            "At line 7, column 4 the element N401 of the segment 5 (N4) is “AAA")
        .hasMessageContaining("longer than its 30 characters at most");
  }

  @Test
  void wrappedLinesWithinALongElementMeanNothing() throws IOException {
    String wrapped = interchange("ab".repeat(20_000), "").replaceAll("(.{80})", "$1\r\n");

    Payloads.Result result =
        Payloads.read(EdiFiles.spec(null, "{\"wrapped\":true}"), wrapped.replace("UNT+5", "UNT+4"));

    assertThat(result.bad()).isEmpty();
    assertThat(result.texts().getFirst()).contains("\"" + "ab".repeat(20_000) + "\"");
  }

  @Test
  void aMessageOfMoreThanTwentyMillionCharactersCostsItself() throws IOException {
    String huge = interchange("a".repeat(20_100_000), "");
    String good = interchange("a", "QTY+1'");

    Payloads.Result result = Payloads.read(EdiFiles.spec(null, null), huge + good);

    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst().code()).isEqualTo("too-long");
    assertThat(result.records()).hasSize(1);
  }
}
