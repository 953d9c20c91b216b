package fieldloom.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format of the list must do. */
class PayloadFormatsTest {

  static List<String> names() {
    return PayloadFormats.all().stream().map(PayloadFormat::name).toList();
  }

  @Test
  void theListHasTheFormatsOfThisVersion() {
    assertThat(names())
        .contains("json", "ndjson", "xml", "csv", "fixed", "xlsx", "edi", "table")
        .doesNotHaveDuplicates();
  }

  @Test
  void anUnknownFormatNamesThoseThereAre() {
    assertThatThrownBy(() -> PayloadFormats.of("word"))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "The format “word” is not read or written by this version; use one of "
                + String.join(", ", names())
                + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "orders.json, json",
    "ORDERS.JSON, json",
    "a/b.ndjson, ndjson",
    "b.jsonl, ndjson",
    "c.csv, csv",
    "d.xml, xml",
    "json,",
    "e,"
  })
  void aFileNameTellsTheFormat(String file, String format) {
    assertThat(PayloadFormats.forFileName(file).map(PayloadFormat::name).orElse(null))
        .isEqualTo(format);
  }

  @ParameterizedTest
  @MethodSource("names")
  void readersAndWritersCloseTheirStreams(String name) throws IOException {
    PayloadFormat format = PayloadFormats.of(name);
    boolean[] closed = new boolean[2];
    byte[] content =
        name.equals("xlsx")
            ? Payloads.write(Payloads.spec(name), List.of(), false)
            : new byte[] {'7'};
    InputStream in =
        new ByteArrayInputStream(content) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[1] = true;
          }
        };
    format.reader(in, Payloads.spec(name)).close();
    RecordWriter writer = format.writer(out, Payloads.spec(name), false);
    writer.finish();
    writer.close();

    assertThat(closed).containsExactly(true, true);
  }

  @ParameterizedTest
  @MethodSource("names")
  void anInputOfRandomBytesEndsWithErrorsThatSaySo(String name) {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[1 + random.nextInt(400)];
      random.nextBytes(bytes);
      try {
        Payloads.Result result = Payloads.read(Payloads.spec(name), bytes);
        assertThat(result.bad()).allMatch(e -> e.getMessage().endsWith("."));
        assertThat(result.bad().stream().filter(BadRecordException::last).count()).isLessThan(2);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("order").message().endsWith(".");
      }
    }
  }
}
