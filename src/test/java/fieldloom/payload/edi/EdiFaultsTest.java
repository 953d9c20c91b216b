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
        "FOB*PP~|XYZ*PP~|invalid|At line 15, column 5 the segment 13 (XYZ) is none of the schema's",
        "FOB*PP~|FOB*PP~BIG*19971211*1~|invalid"
            + "|At line 15, column 12 the segment 14 (BIG) does not belong at this place of the"
            + " message; 1 more thing is wrong",
        "BIG*19971211*00001**A99999-01~|''|invalid|At line 5, column 4 the segment BIG, which is"
            + " required, is missing before the segment 2 (N1)",
        "BIG*19971211|BIG*19971311|invalid"
            + "|At line 4, column 13 the element BIG01 of the segment 2 (BIG) is no date but"
            + " “19971311”",
        "BIG*19971211|BIG*|invalid"
            + "|At line 4, column 5 the element BIG01 of the segment 2 (BIG) is required and missing",
        "*12.34*|*12,34*|invalid"
            + "|At line 16, column 18 the element IT104 of the segment 14 (IT1) is no number but"
            + " “12,34”",
        "N1*ST*|N1*STXX*|invalid"
            + "|At line 5, column 8 the element N101 of the segment 3 (N1) is “STXX”, longer than its"
            + " 3 characters at most",
        "TDS*255438|TDS*2554.38|invalid"
            + "|At line 30, column 12 the element TDS01 of the segment 28 (TDS) is no whole number"
            + " but “2554.38”",
        "CTT*7~|CTT*7*1*1*1*1*1*1*1~|invalid"
            + "|At line 33, column 20 the element CTT08 of the segment 31 (CTT) is one more than the"
            + " schema has",
        "SE*32*|SE*31*|control-mismatch"
            + "|At line 34, column 6 the element SE01 of the segment 32 (SE) is “31”, which is not the"
            + " number of those that were read",
        "SE*32*000000001|SE*32*000000009|control-mismatch"
            + "|At line 34, column 16 the element SE02 of the segment 32 (SE) is “000000009”, which is"
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
    assertThat(fault).hasMessage(message + ".");
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.line()).isEqualTo(3);
    assertThat(fault.last()).isFalse();
    assertThat(fault.raw()).startsWith("ST*810*000000001~").contains(bad);
    assertThat(result.texts()).hasSize(1);
    assertThat(result.texts().getFirst()).contains("\"BIG04\":\"A99999-04\"");
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
        "GE*2*1~|GE*3*1~|At line 57, column 5 the element GE01 of the segment GE is “3”, which is not"
            + " the number of those that were read",
        "GE*2*1~|GE*2*7~|At line 57, column 7 the element GE02 of the segment GE is “7”, which is not"
            + " the number at the start",
        "IEA*1*000000020~|IEA*1*000000021~|At line 58, column 16 the element IEA02 of the segment IEA"
            + " is “000000021”, which is not the number at the start",
        "IEA*1*|IEA*2*|At line 58, column 6 the element IEA01 of the segment IEA is “2”, which is not"
            + " the number of those that were read"
      })
  void whatTheEnvelopeCountsWrongIsAFailureOfItsOwn(String good, String bad, String message)
      throws IOException {
    Payloads.Result result = read(TWO.replace(good, bad));

    assertThat(result.records()).hasSize(2);
    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst()).hasMessage(message + ".");
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
            "At line 2, column 37 the element GS03 of the segment GS is “007326879-and-more”, longer"
                + " than its 15 characters at most; it is read as it stands.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "N4*DALLAS|1|The input ends at line 13, column 4 in the middle of an interchange, behind the"
            + " segment 11 (N4)",
        "ST*810*000000002|1|The input ends at line 35, column 4 in the middle of an interchange,"
            + " behind the segment ST",
        "GE*2|0|The input ends at line 57, column 1 in the middle of an interchange, behind the"
            + " segment SE",
        "IEA|0|The input ends at line 58, column 1 in the middle of an interchange, behind the segment"
            + " GE"
      })
  void aCutIsOneFailedRecord(String at, int lost, String message) throws IOException {
    int end = TWO.indexOf(at) + (at.startsWith("N4") || at.startsWith("ST") ? 3 : 0);

    Payloads.Result result = read(TWO.substring(0, end));

    assertThat(result.bad()).hasSize(1);
    BadRecordException fault = result.bad().getFirst();
    assertThat(fault.code()).isEqualTo("cut-off");
    assertThat(fault.last()).isTrue();
    assertThat(fault).hasMessage(message + "; it may have been cut off.");
    assertThat(result.records()).hasSize(end < 1000 ? 0 : 2 - lost);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello|bad-edi|At line 1, column 1 no interchange begins; one of X12 begins with ISA and its"
            + " sixteen elements of fixed length, one of EDIFACT with UNA or UNB.",
        "ISA*00*|cut-off|The input ends at line 1, column 7 in the middle of an interchange; it may"
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
  void anElementWithoutEndCostsItsMessage() throws IOException {
    Payloads.Result result = read(replaceFirst(TWO, "ATHENS", "A".repeat(10_000)));

    assertThat(result.records()).hasSize(1);
    assertThat(result.bad().getFirst().code()).isEqualTo("too-long");
    assertThat(result.bad().getFirst()).hasMessageContaining("more than 4,000 characters");
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
            "At line 18, column 5 the segment 17 (LOC) has no place in the sample or schema of the"
                + " source; add one that has it.");
  }

  @Test
  void aCountOfOrdersThatIsWrongIsAFailedRecord() throws IOException {
    Payloads.Result result =
        Payloads.read(EdiFiles.spec(null, null), EdiFiles.bytes("orders-with-group.edi"));

    assertThat(result.records()).isEmpty();
    assertThat(result.bad().getFirst())
        .hasMessage(
            "At line 20, column 8 the element UNT01 of the segment 18 (UNT) is “21”, which is not the"
                + " number of those that were read.");
    assertThat(result.warnings()).hasSize(3);
  }
}
