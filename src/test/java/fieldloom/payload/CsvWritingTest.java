package fieldloom.payload;

import static fieldloom.payload.CsvReadingTest.schema;
import static fieldloom.payload.Payloads.spec;
import static fieldloom.payload.Payloads.write;
import static fieldloom.payload.Payloads.writeText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.FieldType;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvWritingTest {
  private static final PayloadSpec AB =
      spec("csv", null, schema(FieldType.STRING, FieldType.STRING));

  @Test
  void columnsStandInTheSchemasOrder() throws IOException {
    List<Obj> records =
        List.of(new Obj().put("b", Num.ofText("1E+2")).put("a", "x"), new Obj().put("b", true));

    assertThat(writeText(AB, records, false)).isEqualTo("a,b\nx,1E+2\n,true\n");
  }

  @Test
  void absentAndNullAreNothingAndTheEmptyTextIsQuoted() throws IOException {
    List<Obj> records = List.of(new Obj().put("a", Null.NULL), new Obj().put("a", ""));

    assertThat(writeText(AB, records, false)).isEqualTo("a,b\n,\n\"\",\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "x,y|\"x,y\"",
        "x\"y|\"x\"\"y\"",
        "~ x~|\" x\"",
        "~x ~|\"x \"",
        "华;东|华;东",
        "a'b|a'b",
        "~=1+1~|=1+1"
      })
  void aFieldIsQuotedWhereItMustBe(String text, String written) throws IOException {
    assertThat(writeText(AB, List.of(new Obj().put("b", text)), false))
        .isEqualTo("a,b\n," + written + "\n");
  }

  @Test
  void lineEndsWithinFieldsAreQuoted() throws IOException {
    assertThat(writeText(AB, List.of(new Obj().put("a", "x\ny").put("b", "x\ry")), false))
        .isEqualTo("a,b\n\"x\ny\",\"x\ry\"\n");
  }

  @Test
  void optionsSayHowItIsWritten() throws IOException {
    PayloadSpec spec =
        spec(
            "csv",
            "{\"delimiter\":\";\",\"quote\":\"'\",\"header\":false,\"lineEnd\":\"\\r\\n\","
                + "\"encoding\":\"GB18030\"}",
            schema(FieldType.STRING, FieldType.STRING));
    byte[] bytes = write(spec, List.of(new Obj().put("a", "华;'𠮷").put("b", "\"")), false);

    assertThat(new String(bytes, Charset.forName("GB18030"))).isEqualTo("'华;''𠮷';\"\r\n");
  }

  @Test
  void withoutASchemaTheFirstRecordNamesTheColumns() throws IOException {
    List<Obj> records = List.of(new Obj().put("z", "1").put("a", "2"), new Obj().put("a", "3"));

    assertThat(writeText(spec("csv", null), records, false)).isEqualTo("z,a\n1,2\n,3\n");
    assertThat(writeText(spec("csv", null), List.of(), false)).isEmpty();
  }

  @Test
  void noRecordsAreTheHeaderAlone() throws IOException {
    assertThat(writeText(AB, List.of(), false)).isEqualTo("a,b\n");
  }

  @Test
  void whatTheFirstRecordHasBeyondTheSchemaGetsAColumnAndLaterOnesFail() throws IOException {
    List<Obj> records = List.of(new Obj().put("c", "3").put("a", "1"));

    assertThat(writeText(AB, records, false)).isEqualTo("a,b,c\n1,,3\n");
    assertThatThrownBy(
            () -> writeText(AB, List.of(new Obj().put("a", "1"), new Obj().put("d", "2")), false))
        .isInstanceOf(UnwritableRecordException.class)
        .hasMessageContaining("Record 2 of order")
        .hasMessageContaining("“d”");
  }

  @Test
  void nestedValuesAreRefusedWithTheFieldAndTheRecord() {
    assertThatThrownBy(() -> writeText(AB, List.of(new Obj().put("b", new Obj())), false))
        .isInstanceOf(UnwritableRecordException.class)
        .hasMessage(
            "Record 1 of order has an object in the field “b”, and a CSV has one value a column;"
                + " map its parts to columns.");
    assertThatThrownBy(() -> writeText(AB, List.of(new Obj().put("b", List.of())), false))
        .hasMessageContaining("a list");
    assertThatThrownBy(() -> writeText(AB, List.of("x"), false)).hasMessageContaining("no object");
  }

  @Test
  void aCharacterTheEncodingLacksIsRefused() {
    PayloadSpec spec =
        spec("csv", "{\"encoding\":\"windows-1252\"}", schema(FieldType.STRING, FieldType.STRING));

    assertThatThrownBy(() -> write(spec, List.of(new Obj().put("a", "华")), false))
        .isInstanceOf(UnwritableRecordException.class)
        .hasMessageContaining("“a”")
        .hasMessageContaining("windows-1252");
  }

  @Test
  void aRecordThatCannotBeWrittenLeavesNothingOfItself() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter writer = PayloadFormats.of("csv").writer(out, AB, false);
    writer.write(new Obj().put("a", "1"));
    assertThatThrownBy(() -> writer.write(new Obj().put("a", "2").put("b", List.of())))
        .isInstanceOf(UnwritableRecordException.class);
    writer.write(new Obj().put("a", "3"));
    writer.finish();

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,b\n1,\n3,\n");
  }

  @Test
  void datesAreIsoText() throws IOException {
    Obj record = new Obj().put("a", OffsetDateTime.parse("2024-01-02T03:04+08:00"));

    assertThat(writeText(AB, List.of(record), false))
        .isEqualTo("a,b\n2024-01-02T03:04:00+08:00,\n");
  }
}
