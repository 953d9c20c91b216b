package fieldloom.payload.edi;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.Payloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong costs its message, and is said with its place. */
class EdiFaultsTest {
  private static final String TWO = EdiFiles.text("simple810.edi");

  private static Payloads.Result read(String text) throws IOException {
    return Payloads.read(EdiFiles.spec("EDISchema810.xml", null), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FOB*PP~|XYZ*PP~|invalid|At line 15, column 1 the segment 13 (XYZ) is none of the schema's",
        "FOB*PP~|FOB*PP~BIG*19971211*1~|invalid"
            + "|At line 15, column 8 the segment 14 (BIG) comes more often than the schema"
            + " allows, 1 at most, and 2 more things are wrong",
        "BIG*19971211*00001**A99999-01~|''|invalid|At line 5, column 1 the segment BIG, which is"
            + " required, is missing before the segment 2 (N1), and 1 more thing is wrong",
        "BIG*19971211|BIG*19971311|invalid"
            + "|At line 4, column 5 the element BIG01 of the segment 2 (BIG) is no date but"
            + " “19971311”",
        "BIG*19971211|BIG*|invalid"
            + "|At line 4, column 5 the element BIG01 of the segment 2 (BIG) is required and missing",
        "*12.34*|*12,34*|invalid"
            + "|At line 16, column 12 the element IT104 of the segment 14 (IT1) is no number but"
            + " “12,34”",
        "N1*ST*|N1*STXX*|invalid"
            + "|At line 5, column 4 the element N101 of the segment 3 (N1) is “STXX”, longer than its"
            + " 3 characters at most",
        "TDS*255438|TDS*2554.38|invalid"
            + "|At line 30, column 5 the element TDS01 of the segment 28 (TDS) is no whole number"
            + " but “2554.38”",
        "CTT*7~|CTT*7*1*12*AB*1*AB*TEXT*1~|invalid"
            + "|At line 33, column 25 the element CTT08 of the segment 31 (CTT) is one more than the"
            + " schema has",
        "SE*32*|SE*31*|control-mismatch"
            + "|At line 34, column 4 the element SE01 of the segment 32 (SE) is “31”, which is not the"
            + " number of those that were read",
        "SE*32*000000001|SE*32*000000009|control-mismatch"
            + "|At line 34, column 7 the element SE02 of the segment 32 (SE) is “000000009”, which is"
            + " not the number at the start",
        "FOB*PP~|F*PP~|bad-edi"
            + "|At line 15, column 2 the interchange is malformed behind the segment 12 (ITD): a"
            + " segment must begin with a tag of two or three capitals or digits and a delimiter",
        "FOB*PP~|FOBS*PP~|bad-edi"
            + "|At line 15, column 4 the interchange is malformed behind the segment 12 (ITD): a"
            + " segment must begin with a tag of two or three capitals or digits and a delimiter"
      })
  void oneMessageFailsAndTheNextIsRead(String good, String bad, String code, String message)
      throws IOException {
    String text = replaceFirst(TWO, good, bad);

    Payloads.Result result = read(text);

    assertThat(result.bad()).hasSize(1);
    BadRecordException fault = result.bad().getFirst();
    assertThat(fault).hasMessage(message + toDo(code));
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.line()).isEqualTo(3);
    assertThat(fault.last()).isFalse();
    assertThat(fault.raw()).startsWith("ST*810*000000001~").contains(bad);
    assertThat(result.texts()).hasSize(1);
    assertThat(result.texts().getFirst()).contains("\"BIG04\":\"A99999-04\"");
  }

  /** What a sentence ends with. */
  private static String toDo(String code) {
    return switch (code) {
      case "invalid" -> "; correct the message or its schema.";
      case "control-mismatch" -> "; parts may be missing: correct it or have it sent again.";
      default -> ".";
    };
  }

  private static String replaceFirst(String text, String good, String bad) {
    int at = text.indexOf(good);
    assertThat(at).as(good).isNotNegative();
    return text.substring(0, at) + bad + text.substring(at + good.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GE*2*1~|GE*3*1~|At line 57, column 4 the element GE01 of the segment GE is “3”, which is not"
            + " the number of those that were read",
        "GE*2*1~|GE*2*7~|At line 57, column 6 the element GE02 of the segment GE is “7”, which is not"
            + " the number at the start",
        "IEA*1*000000020~|IEA*1*000000021~|At line 58, column 7 the element IEA02 of the segment IEA"
            + " is “000000021”, which is not the number at the start",
        "IEA*1*|IEA*2*|At line 58, column 5 the element IEA01 of the segment IEA is “2”, which is not"
            + " the number of those that were read"
      })
  void whatTheEnvelopeCountsWrongIsAFailureOfItsOwn(String good, String bad, String message)
      throws IOException {
    Payloads.Result result = read(TWO.replace(good, bad));

    assertThat(result.records()).hasSize(2);
    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst()).hasMessage(message + toDo("control-mismatch"));
    assertThat(result.bad().getFirst().code()).isEqualTo("control-mismatch");
  }

  @Test
  void countsAreNotHeldAgainstAnInterchangeThatLostAMessageThatCouldNotBeCut() throws IOException {
    Payloads.Result result = read(replaceFirst(TWO, "FOB*PP~", "F*PP~"));

    assertThat(result.bad()).hasSize(1);
    assertThat(result.lines()).containsExactly(35L);
  }

  @Test
  void whatIsOddAboutAnEnvelopeIsAWarning() throws IOException {
    Payloads.Result result = read(TWO.replace("007326879", "007326879-and-more"));

    assertThat(result.records()).hasSize(2);
    assertThat(result.warnings())
        .containsExactly(
            "At line 2, column 18 the element GS03 of the segment GS is “007326879-and-more”, longer"
                + " than its 15 characters at most; it is read as it stands.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "N4*DALLAS|0|The input ends at line 13, column 4 in the middle of an interchange, behind the"
            + " segment 11 (N4)",
        "ST*810*000000002|1|The input ends at line 35, column 4 in the middle of an interchange,"
            + " behind the segment 1 (ST)",
        "GE*2|2|The input ends at line 57, column 1 in the middle of an interchange, behind the"
            + " segment SE",
        "IEA|2|The input ends at line 58, column 1 in the middle of an interchange, behind the segment"
            + " GE"
      })
  void aCutIsOneFailedRecord(String at, int records, String message) throws IOException {
    int end = TWO.indexOf(at) + (at.startsWith("N4") || at.startsWith("ST") ? 3 : 0);

    Payloads.Result result = read(TWO.substring(0, end));

    assertThat(result.bad()).hasSize(1);
    BadRecordException fault = result.bad().getFirst();
    assertThat(fault.code()).isEqualTo("cut-off");
    assertThat(fault.last()).isTrue();
    assertThat(fault).hasMessage(message + "; it may have been cut off.");
    assertThat(result.records()).hasSize(records);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello|bad-edi|At line 1, column 1 no interchange begins; one of X12 begins with ISA and its"
            + " sixteen elements of fixed length, one of EDIFACT with UNA or UNB.",
        "ISA*00*|cut-off|The input ends at line 1, column 8 in the middle of an interchange; it may"
            + " have been cut off.",
        "UNA:+.? 'UNH+1'|bad-edi|At line 1, column 12 no interchange begins; one of X12 begins with"
            + " ISA and its sixteen elements of fixed length, one of EDIFACT with UNA or UNB.",
        "STX=ANA:1+5000000000000:A+5010000000000:B+070315:130233+000007+PASSW+ORDHDR+B'|bad-edi|The"
            + " input is an interchange of TRADACOMS; X12 and EDIFACT are read."
      })
  void whatIsNoInterchangeIsOneFailedRecord(String text, String code, String message)
      throws IOException {
    Payloads.Result result = read(text);

    assertThat(result.records()).isEmpty();
    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst()).hasMessage(message);
    assertThat(result.bad().getFirst().code()).isEqualTo(code);
    assertThat(result.bad().getFirst().last()).isTrue();
  }

  @Test
  void bytesThatAreNotOfTheEncodingCostTheirMessage() throws IOException {
    byte[] bytes = TWO.replace("ATHENS", "AT\u00FCENS").getBytes(StandardCharsets.ISO_8859_1);

    Payloads.Result result = Payloads.read(EdiFiles.spec("EDISchema810.xml", null), bytes);

    assertThat(result.records()).hasSize(1);
    assertThat(result.bad().getFirst())
        .hasMessage(
            "At line 7, column 6 the byte FC is not UTF-8; set the option encoding to the right"
                + " one.");
    assertThat(result.bad().getFirst().code()).isEqualTo("bad-encoding");
  }

  @Test
  void theBadTwinOfAnInvoiceIsRefusedWithItsFirstFault() throws IOException {
    Payloads.Result result =
        Payloads.read(
            EdiFiles.spec("invoic-d96a.xml", null), EdiFiles.bytes("invoic_d97b_bad.edi"));

    assertThat(result.records()).isEmpty();
    assertThat(result.bad().getFirst())
        .hasMessageContaining("the segment 5 (NAD)")
        .hasMessageContaining("“BYZZ”");
  }

  @Test
  void aSegmentThatASampleDoesNotHaveIsSaidSo() throws IOException {
    String text = EdiFiles.text("invoic_d97b.edi").replace("ALI+JP'", "LOC+7'");

    Payloads.Result result = Payloads.read(EdiFiles.spec("invoic_d97b.edi", null), text);

    assertThat(result.bad().getFirst())
        .hasMessage(
            "At line 18, column 1 the segment 17 (LOC) has no place in the sample or schema; correct"
                + " the message or its schema.");
  }

  @Test
  void aCountOfOrdersThatIsWrongIsAFailedRecord() throws IOException {
    Payloads.Result result =
        Payloads.read(EdiFiles.spec(null, null), EdiFiles.bytes("orders-with-group.edi"));

    assertThat(result.records()).isEmpty();
    assertThat(result.bad().getFirst())
        .hasMessage(
            "At line 20, column 5 the element UNT01 of the segment 18 (UNT) is “21”, which is not the"
                + " number of those that were read; parts may be missing: correct it or have it"
                + " sent again.");
    assertThat(result.warnings()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UNT+25+1'|UNT+24+1'|control-mismatch"
            + "|At line 27, column 5 the element UNT01 of the segment 25 (UNT) is “24”, which is not"
            + " the number of those that were read",
        "UNT+25+1'|UNT+25+7'|control-mismatch"
            + "|At line 27, column 8 the element UNT02 of the segment 25 (UNT) is “7”, which is not"
            + " the number at the start",
        "NAD+BY+|NAD++|invalid|At line 9, column 5 the element NAD01 of the segment 7 (NAD) is"
            + " required and missing",
        "QTY+21:12.5:PCE'|QTY+21:12x5:PCE'|invalid"
            + "|At line 17, column 8 the component QTY0102 of the segment 15 (QTY) is no number but"
            + " “12x5”",
        "BGM+220|BGM+220X|invalid"
            + "|At line 4, column 5 the component BGM0101 of the segment 2 (BGM) is “220X”, longer"
            + " than its 3 characters at most, and 1 more thing is wrong",
        "LIN+10++|LIN+10+|invalid"
            + "|At line 14, column 8 the component LIN0201 of the segment 12 (LIN) is one more than"
            + " the schema has, and 1 more thing is wrong",
        "UNS+S'|UNX+S'|invalid"
            + "|At line 24, column 1 the segment 22 (UNX) is none of the schema's, and 1 more thing"
            + " is wrong"
      })
  void ofTwoOrdersOfEdifactTheBadOneFails(String good, String bad, String code, String message)
      throws IOException {
    String text = new String(EdiFiles.bytes("orders-d96a.edi"), StandardCharsets.ISO_8859_1);

    Payloads.Result result =
        Payloads.read(
            EdiFiles.spec("orders-d96a.xml", null),
            replaceFirst(text, good, bad).getBytes(StandardCharsets.ISO_8859_1));

    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst()).hasMessage(message + toDo(code));
    assertThat(result.bad().getFirst().code()).isEqualTo(code);
    assertThat(result.texts()).hasSize(1);
    assertThat(result.texts().getFirst()).contains("4500017392");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UNZ+2+|UNZ+3+|At line 38, column 5 the element UNZ01 of the segment UNZ is “3”, which is not"
            + " the number of those that were read",
        "UNZ+2+ORD261102|UNZ+2+ORD|At line 38, column 7 the element UNZ02 of the segment UNZ is"
            + " “ORD”, which is not the number at the start"
      })
  void whatAnInterchangeOfEdifactCountsWrongIsAFailureOfItsOwn(
      String good, String bad, String message) throws IOException {
    String text = new String(EdiFiles.bytes("orders-d96a.edi"), StandardCharsets.ISO_8859_1);

    Payloads.Result result =
        Payloads.read(
            EdiFiles.spec("orders-d96a.xml", null),
            replaceFirst(text, good, bad).getBytes(StandardCharsets.ISO_8859_1));

    assertThat(result.records()).hasSize(2);
    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst()).hasMessage(message + toDo("control-mismatch"));
  }

  @Test
  void aCodeThatASchemaDoesNotListIsSaidWithSomeThatItLists() throws IOException {
    String text = EdiFiles.text("simple999.edi").replace("IK5*R*5~", "IK5*Q*5~");

    Payloads.Result result = Payloads.read(EdiFiles.spec("EDISchema999.xml", null), text);

    assertThat(result.bad().getFirst())
        .hasMessageContaining("the element IK501 of the segment")
        .hasMessageContaining("is “Q”, which is none of its codes A, E, M, R, W and others");
  }

  @Test
  void aMessageThatCannotBeCutCostsNoOtherInALaterInterchangeEither() throws IOException {
    Payloads.Result result = read(TWO + "\n" + replaceFirst(TWO, "FOB*PP~", "F*PP~"));

    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst())
        .hasMessageStartingWith("At line 73, column 2 the interchange is malformed");
    assertThat(result.lines()).containsExactly(3L, 35L, 93L);
  }

  @Test
  void placesAreRightOnOneLineAndBehindWideCharactersAndReleases() throws IOException {
    String line =
        "UNB+UNOY:4+a+b+20260101:1200+1'UNH+1+ORDERS:D:96A:UN'"
            + "BGM+𠮷𠮷?+?'𠮷+4'DTM+137:2026XX'UNT+4+2'UNZ+1+1'";

    Payloads.Result result = Payloads.read(EdiFiles.spec(null, null), line);

    assertThat(result.bad().getFirst())
        .hasMessageStartingWith(
            "At line 1, column "
                + (line.indexOf("UNT+4+2") + 7)
                + " the element UNT02 of the segment 4 (UNT) is “2”");
  }
}
