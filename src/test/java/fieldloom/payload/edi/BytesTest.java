package fieldloom.payload.edi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.payload.Payloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Segments that say how many bytes they hold, whatever those are. */
class BytesTest {
  private static final String SCHEMA = "EDISchemaBinarySegment.xml";
  private static final String SAMPLE = EdiFiles.text("simple_with_binary_segment.edi");

  private static byte[] bytes(Payloads.Result result, int index) throws IOException {
    assertThat(result.bad()).isEmpty();
    JsonNode record = new JsonMapper().readTree(result.texts().getFirst());
    return Base64.getDecoder().decode(record.at("/BIN/" + index + "/BIN02").asText());
  }

  @Test
  void bytesAreBase64AndMayHaveDelimitersAndLineEnds() throws IOException {
    String text = SAMPLE.replace("1234567890123456789012345~", "123456~890*234:678901^345~");

    Payloads.Result result = Payloads.read(EdiFiles.spec(SCHEMA, null), text);

    assertThat(bytes(result, 0)).asString().isEqualTo("123456~890*234:678901^345");
    assertThat(bytes(result, 1)).asString().isEqualTo("12345678901234567890\n1234");
    assertThat(bytes(result, 2)).asString().isEqualTo("1234567890\n1234567890\n12\n");
  }

  @Test
  void allBytesAreReadInAnEncodingThatHasThem() throws IOException {
    byte[] all = new byte[5_000];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    String text =
        SAMPLE.replace(
            "25*1234567890123456789012345~",
            all.length + "*" + new String(all, StandardCharsets.ISO_8859_1) + "~");

    Payloads.Result result =
        Payloads.read(
            EdiFiles.spec(SCHEMA, "{\"encoding\":\"ISO-8859-1\"}"),
            text.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(bytes(result, 0)).isEqualTo(all);
  }

  @Test
  void bytesOfUtf8AreCountedAsBytes() throws IOException {
    String text = SAMPLE.replace("1234567890123456789012345~", "华𠮷~567890123456789012~");
    assertThat("华𠮷~567890123456789012".getBytes(StandardCharsets.UTF_8)).hasSize(26);

    Payloads.Result result =
        Payloads.read(EdiFiles.spec(SCHEMA, null), text.replaceFirst("BIN\\*25", "BIN*26"));

    assertThat(bytes(result, 0)).asString().isEqualTo("华𠮷~567890123456789012");
    assertThat(bytes(result, 2)).hasSize(25);
  }

  @Test
  void aWrongLengthCostsItsMessage() throws IOException {
    Payloads.Result result =
        Payloads.read(EdiFiles.spec(SCHEMA, null), SAMPLE.replaceFirst("BIN\\*25", "BIN*2x"));

    assertThat(result.records()).isEmpty();
    assertThat(result.bad().getFirst())
        .hasMessage(
            "At line 4, column 5 the element BIN01 of the segment 2 (BIN) is no length, which must"
                + " tell how many bytes follow it; correct it.");
  }

  @Test
  void aLengthBeyondTheInputIsACut() throws IOException {
    Payloads.Result result =
        Payloads.read(
            EdiFiles.spec(SCHEMA, null), SAMPLE.replaceFirst("BIN\\*25", "BIN*99999999999"));

    assertThat(result.records()).isEmpty();
    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst().code()).isEqualTo("cut-off");
  }
}
