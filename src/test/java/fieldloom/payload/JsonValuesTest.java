package fieldloom.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"b\":1,\"a\":[true,false,null,\"x\",{}],\"c\":{\"d\":[]}}",
        "123456789012345678901234567890",
        "1234567890123456789.012345678901234567891",
        "\"华东\""
      })
  void aTreeBecomesAValueAndATreeAgain(String json) throws IOException {
    Object value = JsonValues.of(MAPPER.readTree(json));

    assertThat(JsonValues.toJson(value)).isEqualTo(json);
    assertThat(JsonValues.of(JsonValues.toNode(value))).isEqualTo(value);
    assertThat(JsonValues.parse(json)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"1.50", "1E+2", "0.1", "-7", "1E-9999"})
  void numbersOfTreesAreExact(String text) {
    Object value = JsonValues.of(JsonValues.toNode(Num.ofText(text)));

    assertThat(((Num) value).value()).isEqualByComparingTo(new BigDecimal(text));
  }

  @Test
  void computedValuesAreWrittenAsJsonKnowsThem() {
    Obj value = new Obj().put("d", LocalDate.of(2024, 1, 2)).put("b", new Binary(new byte[] {1}));

    assertThat(JsonValues.toJson(value)).isEqualTo("{\"d\":\"2024-01-02\",\"b\":\"AQ==\"}");
    assertThat(JsonValues.toNode(value).toString())
        .isEqualTo("{\"d\":\"2024-01-02\",\"b\":\"AQ==\"}");
    assertThat(JsonValues.toPrettyJson(value))
        .isEqualTo("{\n  \"d\": \"2024-01-02\",\n  \"b\": \"AQ==\"\n}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "1 2", "nope", "1e10000", "{\"a\":01}"})
  void aTextThatIsNoValueIsRefused(String text) {
    assertThatThrownBy(() -> JsonValues.parse(text)).isInstanceOf(FormatException.class);
  }
}
