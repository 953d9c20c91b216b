package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static fieldloom.payload.Payloads.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.value.Obj;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of csv-spectrum, as they were published. */
class CsvSpectrumTest {

  private static byte[] file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            CsvSpectrumTest.class.getResourceAsStream("csv-spectrum/" + name), name)) {
      return in.readAllBytes();
    }
  }

  private static List<Object> records(String name) throws IOException {
    List<Object> records = new ArrayList<>();
    for (JsonNode record :
        Payloads.json(new String(file(name + ".json"), StandardCharsets.UTF_8))) {
      Obj fields = new Obj();
      record.properties().forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
      records.add(fields);
    }
    return records;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comma_in_quotes",
        "empty",
        "empty_crlf",
        "escaped_quotes",
        "json",
        "newlines",
        "newlines_crlf",
        "quotes_and_newlines",
        "simple",
        "simple_crlf",
        "utf8"
      })
  void aPublishedTableIsReadAsItsRecordsAndWrittenSoThatItIsReadAgain(String name)
      throws IOException {
    PayloadSpec csv = spec("csv", null);
    Payloads.Result result = read(csv, file(name + ".csv"));

    assertThat(result.bad()).isEmpty();
    assertThat(result.values()).isNotEmpty().isEqualTo(records(name));
    assertThat(read(csv, write(csv, result.values(), false)).values()).isEqualTo(result.values());
  }
}
