package fieldloom.payload.edi;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.Payloads;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no interchange, or none any more behind its header, ends in one sentence. */
class EdiGarbageTest {
  private static final String TWO = EdiFiles.text("simple810.edi");

  @Test
  void otherDelimitersThanThoseOfTheHeaderAreMalformed() throws IOException {
    Payloads.Result result =
        Payloads.read(
            EdiFiles.spec("EDISchema810.xml", null),
            TWO.replaceAll("(?<=~\n[A-Z0-9]{2,3})\\*", "|"));

    assertThat(result.records()).isEmpty();
    assertThat(result.bad()).singleElement().satisfies(EdiGarbageTest::isOneSentence);
  }

  @Test
  void garbageBehindAHeaderIsOneFailure() throws IOException {
    byte[] header = TWO.substring(0, TWO.indexOf("ST*810")).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(header, header.length + 5_000);
    byte[] garbage = new byte[5_000];
    new Random(7).nextBytes(garbage);
    System.arraycopy(garbage, 0, bytes, header.length, garbage.length);

    Payloads.Result result = Payloads.read(EdiFiles.spec("EDISchema810.xml", null), bytes);

    assertThat(result.records()).isEmpty();
    assertThat(result.bad()).singleElement().satisfies(EdiGarbageTest::isOneSentence);
  }

  @Test
  void garbageIsNoInterchange() throws IOException {
    byte[] garbage = new byte[5_000];
    new Random(7).nextBytes(garbage);

    Payloads.Result result = Payloads.read(EdiFiles.spec(null, null), garbage);

    assertThat(result.bad()).singleElement().satisfies(EdiGarbageTest::isOneSentence);
  }

  private static void isOneSentence(BadRecordException fault) {
    assertThat(fault.getMessage()).matches("[A-Z][^\n]*\\.").doesNotContain("\uFFFD", "Exception");
    assertThat(fault.getMessage().length()).isLessThan(300);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, EF BB BF", "UTF-16LE, FF FE", "UTF-16BE, FE FF"})
  void aByteOrderMarkIsDroppedAndTellsTheEncoding(String charset, String mark) throws IOException {
    byte[] text = TWO.getBytes(Charset.forName(charset));
    byte[] start = HexFormat.ofDelimiter(" ").parseHex(mark);
    byte[] bytes = Arrays.copyOf(start, start.length + text.length);
    System.arraycopy(text, 0, bytes, start.length, text.length);

    Payloads.Result result = Payloads.read(EdiFiles.spec("EDISchema810.xml", null), bytes);

    assertThat(result.bad()).isEmpty();
    assertThat(result.records()).hasSize(2);
  }

  @Test
  void utf16WithoutAMarkIsSaidToBeOfAnotherEncoding() throws IOException {
    byte[] bytes = TWO.getBytes(StandardCharsets.UTF_16LE);

    Payloads.Result result = Payloads.read(EdiFiles.spec("EDISchema810.xml", null), bytes);

    assertThat(result.records()).isEmpty();
    assertThat(result.bad()).singleElement().satisfies(EdiGarbageTest::isOneSentence);
  }
}
