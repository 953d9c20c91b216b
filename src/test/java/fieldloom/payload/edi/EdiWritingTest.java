package fieldloom.payload.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.Payloads;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.UnwritableRecordException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdiWritingTest {
  private static final String MADE = "\"created\":\"2026-11-30T08:15:00\"";
  private static final String X12 =
      "{\"standard\":\"x12\",\"message\":\"850\",\"lineEnd\":\"\\n\",\"envelope\":{\"sender\":\"US\",\"receiver\":\"THEM\","
          + MADE
          + ",\"version\":\"005010\",\"controlNumber\":42}}";
  private static final String EDIFACT =
      "{\"standard\":\"edifact\",\"message\":\"ORDERS\",\"lineEnd\":\"\\n\",\"envelope\":{\"sender\":\"US\",\"receiver\":\"THEM\","
          + MADE
          + "}}";

  private static Obj edi(String json) throws IOException {
    return (Obj) Payloads.read(Payloads.spec("json"), json.replace('\'', '"')).values().getFirst();
  }

  private static String write(PayloadSpec spec, Obj... records) throws IOException {
    return new String(Payloads.write(spec, List.of(records), false), StandardCharsets.ISO_8859_1);
  }

  private static PayloadSpec spec(@Nullable String schema, String options) {
    return EdiFiles.spec(schema, options);
  }

  @Test
  void anOrderOfX12HasItsEnvelopeWithNumbersAndCounts() throws Exception {
    Obj first =
        edi(
            "{'BEG':{'BEG01':'00','BEG02':'SA','BEG03':'4711','BEG05':'2026-11-30'},"
                + "'L0003':[{'PO1':{'PO101':'1','PO102':12.50,'PO103':'EA','PO104':1.25}},"
                + "{'PO1':{'PO101':'2','PO102':3,'PO103':'KG'}}],'CTT':{'CTT01':2}}");
    Obj second =
        edi(
            "{'BEG':{'BEG01':'00','BEG02':'SA','BEG03':'4712','BEG05':'2026-12-01'},'L0003':[{'PO1':{'PO102':1,'PO103':'EA'}}],'CTT':{'CTT01':1}}");

    String text = write(spec("EDISchema850.xml", X12), first, second);

    assertThat(text)
        .isEqualTo(
            """
            ISA*00*          *00*          *ZZ*US             *ZZ*THEM           *261130*0815*^*00501*000000042*0*P*:~
            GS*PO*US*THEM*20261130*0815*1*X*005010~
            ST*850*0001~
            BEG*00*SA*4711**261130~
            PO1*1*12.50*EA*1.25~
            PO1*2*3*KG~
            CTT*2~
            SE*6*0001~
            ST*850*0002~
            BEG*00*SA*4712**261201~
            PO1**1*EA~
            CTT*1~
            SE*5*0002~
            GE*2*1~
            IEA*1*000000042~
            """);
    assertThat(
            BareStaedi.faults(text.getBytes(StandardCharsets.UTF_8), "UTF-8", "EDISchema850.xml"))
        .isEmpty();
  }

  @Test
  void transactionSetsOfOtherKindsStandInGroupsOfTheirOwn() throws IOException {
    String options = X12.replace("\"message\":\"850\",", "");
    Obj order = edi("{'ST':{'ST01':'850'},'BEG':{'BEG03':'1'}}");
    Obj invoice = edi("{'ST':{'ST01':'810'},'BIG':{'BIG02':'1'}}");

    assertThat(write(spec(null, options), order, order, invoice).lines().skip(1))
        .containsExactly(
            "GS*PO*US*THEM*20261130*0815*1*X*005010~",
            "ST*850*0001~",
            "BEG***1~",
            "SE*3*0001~",
            "ST*850*0002~",
            "BEG***1~",
            "SE*3*0002~",
            "GE*2*1~",
            "GS*IN*US*THEM*20261130*0815*2*X*005010~",
            "ST*810*0003~",
            "BIG**1~",
            "SE*3*0003~",
            "GE*1*2~",
            "IEA*2*000000042~");
  }

  private static final String ORDER =
      "{'BGM':{'BGM01':{'BGM0101':'220'},'BGM02':'4711','BGM03':'9'},"
          + "'DTM':[{'DTM01':{'DTM0101':'137','DTM0102':'20261130','DTM0103':'102'}}],"
          + "'UNS':{'UNS01':'S'}}";

  @Test
  void anOrderOfEdifactHasItsEnvelopeWithNumbersAndCounts() throws Exception {
    String text = write(spec("orders-d96a.xml", EDIFACT), edi(ORDER), edi(ORDER));

    assertThat(text)
        .isEqualTo(
            """
            UNB+UNOC:3+US+THEM+261130:0815+1'
            UNH+1+ORDERS:D:96A:UN'
            BGM+220+4711+9'
            DTM+137:20261130:102'
            UNS+S'
            UNT+5+1'
            UNH+2+ORDERS:D:96A:UN'
            BGM+220+4711+9'
            DTM+137:20261130:102'
            UNS+S'
            UNT+5+2'
            UNZ+2+1'
            """);
    assertThat(BareStaedi.faults(text.getBytes(StandardCharsets.UTF_8), "UTF-8", "orders-d96a.xml"))
        .isEmpty();
  }

  @Test
  void otherDelimitersAreToldByAServiceStringAdvice() throws Exception {
    String options =
        EDIFACT.replace(
            "\"lineEnd\"",
            "\"delimiters\":{\"element\":\"|\",\"decimal\":\",\",\"segment\":\"\\n\"},\"lineEnd2\"");
    Obj order =
        edi(ORDER.replace("'UNS'", "'MOA':[{'MOA01':{'MOA0101':'86','MOA0102':1.5}}],'UNS'"));

    String text = write(spec("orders-d96a.xml", options), order);

    assertThat(text)
        .startsWith("UNA:|,? \nUNB|UNOC:3|US|THEM|261130:0815|1\nUNH|1|ORDERS")
        .contains("\nMOA|86:1,5\n");
    assertThat(BareStaedi.faults(text.getBytes(StandardCharsets.UTF_8), "UTF-8", "orders-d96a.xml"))
        .isEmpty();
  }

  @Test
  void delimitersInTextsAreReleased() throws Exception {
    Obj order =
        edi(ORDER.replace("'UNS'", "'FTX':[{'FTX01':'AAI','FTX04':{'FTX0401':'a+b:c?d*e'}}],'UNS'"))
            .put("UNH", new Obj().put("UNH01", "1+1"));
    ((Obj) ((Obj) ((List<?>) order.get("FTX")).getFirst()).get("FTX04"))
        .put("FTX0402", "5 o'clock");

    String text = write(spec("orders-d96a.xml", EDIFACT), order);

    assertThat(text).contains("FTX+AAI+++a?+b?:c??d*e:5 o?'clock'", "UNH+1?+1+", "UNT+6+1?+1'");
    assertThat(BareStaedi.faults(text.getBytes(StandardCharsets.UTF_8), "UTF-8", "orders-d96a.xml"))
        .isEmpty();
  }

  @Test
  void groupsOfEdifactAreWrittenWhereTheyAreAskedFor() throws Exception {
    String options = EDIFACT.replace("\"envelope\":{", "\"envelope\":{\"group\":true,");

    String text = write(spec("orders-d96a.xml", options), edi(ORDER), edi(ORDER));

    assertThat(text)
        .contains("\nUNG+ORDERS+US+THEM+261130:0815+1+UN+D:96A'\n", "\nUNE+2+1'\nUNZ+1+1'\n");
    assertThat(BareStaedi.faults(text.getBytes(StandardCharsets.UTF_8), "UTF-8", "orders-d96a.xml"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'BGM02':'4711'|'BGM02':'4711','BGM09':'x'|has the field BGM09, which is no element of the"
            + " segment BGM; elements are named by tag and position, such as BGM01.",
        "'UNS':|'UNX':|has the field UNX, which is no segment or loop of the message at this place.",
        "'BGM0101':'220'|'BGM0101':'22000'|has a text in the element BGM0101 that is longer than its"
            + " 3 characters at most; shorten it.",
        "'DTM':[{'DTM01':{'DTM0101':'137','DTM0102':'20261130','DTM0103':'102'}}],|``|cannot be"
            + " written: the segment DTM, which is required, is missing before the segment 3 (UNS);"
            + " correct the rules, the options or the schema.",
        "'BGM0101':'220'|'BGM0101':'999'|cannot be written: the component BGM0101 of the segment 2"
            + " (BGM) is “999”, which is none of its codes 220, 221, 380, 381; correct the rules, the"
            + " options or the schema.",
        "'UNS01':'S'|'UNS01':'Ω'|has a character that ISO-8859-1 cannot write; choose another"
            + " encoding, such as UTF-8, or replace it.",
        "'BGM02':'4711'|'BGM02':'a\\nb'|has a line end or another control character in the element"
            + " BGM02, where none can stand; replace it.",
        "'UNS':{|'SG2':[{'SG3':[]}],'UNS':{|has a loop SG2 without the segment NAD, which opens it;"
            + " map one of its elements."
      })
  void aRecordThatNoMessageCanHoldIsRefusedAndTheOthersAreWritten(
      String good, String bad, String message) throws Exception {
    assertThat(ORDER).contains(good);
    PayloadSpec spec = spec("orders-d96a.xml", EDIFACT);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Obj wrong = edi(ORDER.replace(good, bad));

    try (RecordWriter writer = PayloadFormats.of("edi").writer(out, spec, false)) {
      writer.write(edi(ORDER));
      assertThatThrownBy(() -> writer.write(wrong))
          .isInstanceOf(UnwritableRecordException.class)
          .hasMessage("Record 2 of order " + message);
      writer.write(edi(ORDER));
      writer.finish();
    }

    assertThat(out.toString(StandardCharsets.ISO_8859_1)).contains("UNT+5+2'\nUNZ+2+1'");
    assertThat(BareStaedi.faults(out.toByteArray(), "UTF-8", "orders-d96a.xml")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'BEG03':'47*11'|has the character “*” in the element BEG03, which is a delimiter; choose"
            + " another one in the option delimiters, or replace it.",
        "'BEG03':'1','BEG05':'30.11.2026'|has an element BEG05 that holds a date, but the value is"
            + " “30.11.2026”.",
        "'BEG03':'1','BEG05':'1969-12-31'|has an element BEG05 that holds a date with two digits of the year, 1970 to"
            + " 2069, but the value is 1969-12-31.",
        "'BEG03':'1','BEG03':[1,2]|cannot be written: the element BEG03 of the segment 2 (BEG) is"
            + " repeated more often than the schema allows, 1 at most; correct the rules, the options or"
            + " the schema."
      })
  void whatX12CannotHoldIsSaid(String fields, String message) throws IOException {
    Obj order =
        edi(
            "{'BEG':{'BEG01':'00','BEG02':'SA',"
                + fields
                + "},'L0003':[{'PO1':{'PO102':1,'PO103':'EA'}}],'CTT':{'CTT01':1}}");
    List<String> said = new ArrayList<>();
    try {
      write(spec("EDISchema850.xml", X12), order);
    } catch (UnwritableRecordException e) {
      said.add(String.valueOf(e.getMessage()));
    }
    assertThat(said)
        .isEqualTo(message.isEmpty() ? List.of() : List.of("Record 1 of order " + message));
  }

  @Test
  void repetitionsNeedAVersionThatKnowsThem() throws IOException {
    Obj record = edi("{'AAA':{'AAA01':['a','b','c']}}");
    String old = X12.replace("005010", "004010");

    assertThat(write(spec(null, X12), record)).contains("\nAAA*a^b^c~");
    assertThatThrownBy(() -> write(spec(null, old), record))
        .hasMessage(
            "Record 1 of order repeats the element AAA01, which this version of the standard does"
                + " not know; choose a newer one.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"message\":\"850\",\"standard\":\"x12\"}|Record 1 of order has no sender for its envelope;"
            + " set envelope.sender in the options of the target, or map ISA.ISA06.",
        "{\"standard\":\"x12\",\"envelope\":{\"sender\":\"a\",\"receiver\":\"b\"}}|Record 1 of order"
            + " has no transaction set for its envelope; set message in the options of the target,"
            + " or map ST.ST01.",
        "{\"standard\":\"edifact\",\"delimiters\":{\"element\":\":\"}}|Record 1 of order cannot be"
            + " written: two of the option delimiters are the same character; they must differ.",
        "{\"envelope\":{\"sender\":\"a\"}}|Record 1 of order does not show whether it is X12 or"
            + " EDIFACT; set the option standard to \"x12\" or \"edifact\"."
      })
  void whatTheEnvelopeLacksIsSaid(String options, String message) {
    assertThatThrownBy(() -> write(spec(null, options), edi("{'ABC':{'ABC01':'x'}}")))
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"standard\":\"tradacoms\"}|standard",
        "{\"delimiters\":{\"element\":\"ab\"}}|element",
        "{\"delimiters\":{\"segment\":\"A\"}}|segment",
        "{\"envelope\":{\"controlNumber\":0}}|controlNumber",
        "{\"envelope\":{\"controlNumber\":1000000000}}|controlNumber",
        "{\"envelope\":{\"created\":\"yesterday\"}}|created",
        "{\"envelope\":\"x\"}|envelope",
        "{\"lineEnd\":\"x\"}|lineEnd",
        "{\"encoding\":\"EBCDIC-X\"}|encoding"
      })
  void wrongOptionsAreRefusedByName(String options, String name) {
    assertThatThrownBy(() -> write(spec(null, options)))
        .isInstanceOf(FormatException.class)
        .message()
        .contains(name)
        .doesNotContain("\n")
        .endsWith(".");
  }

  @Test
  void anEnvelopeThatTheStandardDoesNotAllowIsNotWritten() {
    String options = X12.replace("\"US\"", "\"U\"");
    String order =
        "{'BEG':{'BEG01':'00','BEG02':'SA','BEG03':'1','BEG05':'2026-11-30'},"
            + "'L0003':[{'PO1':{'PO102':1}}],'CTT':{'CTT01':1}}";

    assertThatThrownBy(() -> write(spec("EDISchema850.xml", options), edi(order)))
        .hasMessage(
            "Record 1 of order cannot be written: the element GS02 of the segment GS is “U”, shorter"
                + " than its 2 characters at least; correct the rules, the options or the schema.");
  }

  @Test
  void nothingIsWrittenOfNoRecords() throws IOException {
    assertThat(write(spec("orders-d96a.xml", EDIFACT))).isEmpty();
  }

  @Test
  void whatTheRecordsSayOfTheirEnvelopeGoesBeforeTheOptions() throws IOException {
    Obj order = edi("{'BEG':{'BEG03':'1'}}");
    order.put("ISA", new Obj().put("ISA06", "OTHER").put("ISA13", "77"));
    order.put("GS", new Obj().put("GS06", "9"));
    order.put("ST", new Obj().put("ST02", "0815"));
    order.put("N", Num.of(1)).put("N", fieldloom.model.value.Absent.ABSENT);

    assertThat(write(spec(null, X12), order))
        .contains("*ZZ*OTHER          *", "*000000077*", "GS*PO*OTHER*THEM*20261130*0815*9*X*")
        .contains("ST*850*0815~", "SE*3*0815~", "GE*1*9~", "IEA*1*000000077~");
  }
}
