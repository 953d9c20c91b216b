package fieldloom.payload.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.payload.FormatException;
import fieldloom.payload.Payloads;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdiReadingTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Payloads.Result read(String file, @Nullable String schema, String options)
      throws IOException {
    return Payloads.read(EdiFiles.spec(schema, options), EdiFiles.bytes(file));
  }

  private static JsonNode record(Payloads.Result result, int index) throws IOException {
    assertThat(result.bad()).isEmpty();
    return JSON.readTree(result.texts().get(index));
  }

  @ParameterizedTest
  @CsvSource({
    "/BIG/BIG01, 1997-12-11",
    "/BIG/BIG02, 00001",
    "/TDS/TDS01, 2554.38",
    "/L0001/2/N1/N104, 12345QQQQ",
    "/L0001/2/N3/0/N301, P.O. BOX 222222",
    "/L0006/0/IT1/IT102, 16",
    "/L0006/0/IT1/IT104, 12.34",
    "/L0006/6/L0007/0/PID/PID05, MINI CHIPS LSS",
    "/ISA/ISA06, SENDERISA",
    "/ISA/ISA09, 1996-08-07",
    "/ISA/ISA10, 15:48:00",
    "/ISA/ISA13, 000000020",
    "/GS/GS03, 007326879",
    "/ST/ST02, 000000001"
  })
  void anInvoiceOfX12HasItsElementsByTagAndPosition(String pointer, String value)
      throws IOException {
    Payloads.Result result = read("simple810.edi", "EDISchema810.xml", "{}");

    assertThat(record(result, 0).at(pointer).asText()).isEqualTo(value);
    assertThat(result.lines()).containsExactly(3L, 35L);
    assertThat(result.singleRoot()).isFalse();
  }

  @Test
  void numbersWithAnImpliedPointAreExact() throws IOException {
    String text = EdiFiles.text("simple810.edi").replace("TDS*255438~", "TDS*-0000000005~");

    Payloads.Result result = Payloads.read(EdiFiles.spec("EDISchema810.xml", "{}"), text);

    assertThat(result.texts().getFirst()).contains("\"TDS\":{\"TDS01\":-0.05}");
  }

  @ParameterizedTest
  @CsvSource({
    "/BGM/BGM02, 4500017391",
    "/UNB/UNB02/UNB0201, 4012345000016",
    "/UNB/UNB05, ORD261102",
    "/UNH/UNH02/UNH0205, EAN008",
    "/FTX/0/FTX04/FTX0401, Tel. vor Lieferung: Tor 3+4",
    "/SG2/0/NAD/NAD04/NAD0401, Müller & Söhne GmbH",
    "/SG2/0/SG3/0/RFF/RFF01/RFF0102, DE123456789",
    "/SG7/CUX/CUX01/CUX0102, EUR",
    "/SG25/0/IMD/0/IMD03/IMD0304, Wellendichtring 24'er",
    "/SG25/0/QTY/0/QTY01/QTY0102, 12.5",
    "/SG25/1/SG28/0/PRI/PRI01/PRI0102, 0.125",
    "/MOA/0/MOA01/MOA0102, 356.25"
  })
  void anOrderOfEdifactHasItsComponentsByPosition(String pointer, String value) throws IOException {
    Payloads.Result result = read("orders-d96a.edi", "orders-d96a.xml", "{}");

    assertThat(record(result, 0).at(pointer).asText()).isEqualTo(value);
    assertThat(result.records()).hasSize(2);
  }

  @Test
  void aDecimalCommaIsAPoint() throws IOException {
    String text =
        new String(EdiFiles.bytes("orders-d96a.edi"), StandardCharsets.ISO_8859_1)
            .replace("UNA:+.?", "UNA:+,?")
            .replaceAll("(\\d)\\.(\\d)", "$1,$2");

    Payloads.Result result =
        Payloads.read(
            EdiFiles.spec("orders-d96a.xml", "{}"), text.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(result.texts().getFirst()).contains("\"QTY0102\":12.5,").contains(":18.5}");
  }

  @Test
  void otherMessagesThanTheOneThatIsWantedArePassedOver() throws IOException {
    Payloads.Result result =
        read("invoice810_po850_dual.edi", "EDISchema850.xml", "{\"message\":\"850\"}");

    assertThat(record(result, 0).at("/BEG/BEG03").asText()).isEqualTo("S115921858");
    assertThat(result.records()).hasSize(1);
    assertThat(result.warnings())
        .containsExactly(
            "The message 810 at line 3 is passed over, as are others of its kind: the option"
                + " message of order is \"850\".");
  }

  @Test
  void levelsOfAHierarchyStandInEachOther() throws IOException {
    Payloads.Result result =
        read("sample837-HL-nested.edi", "837-hierarchical-level-enabled.xml", "{}");

    JsonNode levels = JSON.readTree(result.texts().getFirst()).at("/L0002");
    assertThat(levels).hasSize(5);
    assertThat(levels.at("/3/L0002/1/L0002/1/HL/HL01").asText()).isEqualTo("8");
    assertThat(result.bad().getFirst())
        .hasMessage(
            "At line 8, column 3 the element HL01 of the segment 5 (HL) is required and missing, and"
                + " 3 more things are wrong; correct the message or its schema.");
  }

  @Test
  void aSegmentThatHasTwoPlacesInALoopHasTwoNames() throws IOException {
    JsonNode record = record(read("baplie-test.edi", "BAPLIE-d95b.xml", "{}"), 0);

    assertThat(record.at("/L0002/0/LOC/LOC01").asText()).isEqualTo("147");
    assertThat(record.at("/L0002/0/LOC_2")).hasSize(3);
  }

  @Test
  void repetitionsOfACompositeAreAList() throws IOException {
    JsonNode record = record(read("simple999.edi", "EDISchema999.xml", "{}"), 0);

    assertThat(record.at("/L0001/2/L0002/0/CTX/0/CTX01")).hasSize(3);
    assertThat(record.at("/L0001/2/L0002/0/CTX/0/CTX01/2/CTX0102").asText()).isEqualTo("3");
  }

  @Test
  void withoutASchemaSegmentsAreListsInTheLoopsOfTheUsualMessages() throws IOException {
    JsonNode record = record(read("invoic_d97b.edi", null, "{}"), 0);

    assertThat(record.at("/BGM/0/BGM02").asText()).isEqualTo("342459");
    assertThat(record.at("/LoopLIN/1/LoopPRI/0/PRI/PRI01/PRI0102").asText()).isEqualTo("20.5");
    assertThat(record.at("/LoopALC/0/MOA/0/MOA01/MOA0102").asText()).isEqualTo("525");
    assertThat(record.at("/MOA/0/MOA01/MOA0101").asText()).isEqualTo("39");
    assertThat(record.at("/LoopNAD/1/NAD/NAD04").asText()).isEqualTo("BÜTTNER WIDGET COMPANY");
  }

  @Test
  void aSampleAsSchemaTellsWhatIsAList() throws IOException {
    JsonNode record = record(read("invoic_d97b_una.edi", "invoic_d97b.edi", "{}"), 0);

    assertThat(record.at("/BGM/BGM02").asText()).isEqualTo("342459");
    assertThat(record.at("/LoopLIN/0/QTY/QTY01/QTY0102").asText()).isEqualTo("1020");
    assertThat(record.at("/UNB/UNB03/UNB0301").asText()).isEqualTo("006?415160".replace("?", ""));
  }

  @Test
  void interchangesFollowEachOtherOfWhateverStandard() throws IOException {
    String both = EdiFiles.text("simple810.edi") + "\r\n\r\n" + EdiFiles.text("invoic_d97b.edi");

    Payloads.Result result = Payloads.read(EdiFiles.spec(null, "{}"), both + "\n \n" + both);

    assertThat(result.bad()).isEmpty();
    assertThat(result.lines()).containsExactly(3L, 35L, 61L, 90L, 122L, 148L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n\t"})
  void anEmptyInputHasNoRecords(String text) throws IOException {
    Payloads.Result result = Payloads.read(EdiFiles.spec(null, null), text);

    assertThat(result.records()).isEmpty();
    assertThat(result.bad()).isEmpty();
  }

  @Test
  void segmentsNeedNoLineEndsAndMayBeWrappedAnywhere() throws IOException {
    String line = EdiFiles.text("simple810.edi").replace("\n", "");
    String wrapped = line.replaceAll("(.{80})", "$1\r\n");

    assertThat(Payloads.read(EdiFiles.spec(null, "{}"), line).texts())
        .isEqualTo(read("simple810.edi", null, "{}").texts());
    assertThat(Payloads.read(EdiFiles.spec(null, "{\"wrapped\":true}"), wrapped).texts())
        .isEqualTo(read("simple810.edi", null, "{}").texts());
  }

  @ParameterizedTest
  @CsvSource({
    "UNOA, UTF-8, ü",
    "UNOC, ISO-8859-1, ü",
    "UNOE, ISO-8859-5, Ж",
    "UNOF, ISO-8859-7, Ω",
    "UNOY, UTF-8, 华",
    "UNOW, UTF-8, 𠮷"
  })
  void theInterchangeTellsItsEncoding(String syntax, String charset, String letter)
      throws IOException {
    String text = EdiFiles.text("invoic_d97b.edi").replace("UNOA", syntax).replace("Ü", letter);

    Payloads.Result result =
        Payloads.read(EdiFiles.spec(null, "{}"), text.getBytes(Charset.forName(charset)));

    assertThat(record(result, 0).at("/LoopNAD/1/NAD/NAD04").asText())
        .isEqualTo("B" + letter + "TTNER WIDGET COMPANY");
  }

  @Test
  void theOptionEncodingGoesBeforeWhatTheInterchangeTells() throws IOException {
    byte[] chinese =
        EdiFiles.text("invoic_d97b.edi").replace("Ü", "华").getBytes(Charset.forName("GB18030"));

    Payloads.Result result =
        Payloads.read(EdiFiles.spec(null, "{\"encoding\":\"GB18030\"}"), chinese);

    assertThat(result.texts().getFirst()).contains("B华TTNER");
  }

  @Test
  void theStandardMustBeTheOneOfTheOptions() {
    assertThatThrownBy(() -> read("simple810.edi", null, "{\"standard\":\"edifact\"}"))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "The option standard of order is \"edifact\", but the input is an interchange of X12.");
  }
}
