package fieldloom.payload.edi;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.value.Obj;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.Payloads;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages come and go one at a time, however many an interchange has. */
class EdiStreamingTest {
  private static final int MESSAGES = 3_000;

  /** What may be read or held beyond what was handed on, in bytes. */
  private static final long AHEAD = 300_000;

  private static final String X12 =
      EdiFiles.text("simple810.edi").lines().limit(2).reduce("", (all, line) -> all + line + "\n");
  private static final String EDIFACT = "UNB+UNOY:4+A+B+20261130:0815+1'\n";

  private static String x12(long number) {
    return String.format(
        Locale.ROOT,
        "ST*810*%04d~\nBIG*19971211*%d**A~\nN1*ST*%s~\nTDS*1~\nSE*5*%04d~\n",
        number,
        number,
        "B".repeat(50),
        number);
  }

  private static String edifact(long number) {
    return String.format(
        Locale.ROOT,
        "UNH+%d+ORDERS:D:96A:UN'\nBGM+220+%d+9'\nDTM+137:20261130:102'\nFTX+AAI+++𠮷%s'\nUNS+S'\n"
            + "UNT+6+%d'\n",
        number,
        number,
        "华".repeat(20),
        number);
  }

  /** An interchange without end, made as it is read. */
  private static final class Endless extends InputStream {
    private final LongFunction<String> messages;
    private byte[] current;
    private int at;
    private long number;
    private long taken;

    Endless(String header, LongFunction<String> messages) {
      this.messages = messages;
      this.current = header.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      if (at == current.length) {
        current = messages.apply(++number).getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
      taken++;
      return current[at++] & 0xFF;
    }
  }

  @ParameterizedTest
  @CsvSource({"true, EDISchema810.xml", "true,", "false, orders-d96a.xml", "false,"})
  void aReaderStaysABufferAheadOfAnEndlessInterchange(boolean x12, String schema) throws Exception {
    Endless input =
        x12
            ? new Endless(X12, EdiStreamingTest::x12)
            : new Endless(EDIFACT, EdiStreamingTest::edifact);
    try (RecordReader reader =
        PayloadFormats.of("edi").reader(input, EdiFiles.spec(schema, null))) {
      long handedOn = 0;
      for (int i = 1; i <= MESSAGES; i++) {
        RecordReader.InputRecord record = reader.next();
        assertThat(record).isNotNull();
        String message = x12 ? x12(i) : edifact(i);
        handedOn += message.getBytes(StandardCharsets.UTF_8).length;
        assertThat(input.taken).isLessThan(handedOn + AHEAD);
      }
    }
  }

  @Test
  void anInterchangeMayHaveMoreMessagesThanTheLibraryCounts() throws Exception {
    Endless input = new Endless(EDIFACT, number -> "UNH+1+A:D:96A:UN'UNT+2+1'");
    try (RecordReader reader = PayloadFormats.of("edi").reader(input, EdiFiles.spec(null, null))) {
      for (int i = 1; i <= 100_010; i++) {
        assertThat(reader.next()).isNotNull();
      }
    }
  }

  @Test
  void interchangesWithoutEndAreReadOneAfterTheOther() throws Exception {
    Endless input = new Endless("", number -> EDIFACT + edifact(1) + "UNZ+1+1'\n\n");
    try (RecordReader reader = PayloadFormats.of("edi").reader(input, EdiFiles.spec(null, null))) {
      for (int i = 1; i <= MESSAGES / 10; i++) {
        assertThat(reader.next()).isNotNull();
      }
      assertThat(input.taken).isLessThan(MESSAGES / 10 * 300L + AHEAD);
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aWriterHandsOnWhatItHas(boolean checked) throws IOException {
    AtomicLong given = new AtomicLong();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            given.incrementAndGet();
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            given.addAndGet(length);
          }
        };
    PayloadSpec spec =
        EdiFiles.spec(
            checked ? "orders-d96a.xml" : null,
            "{\"standard\":\"edifact\",\"message\":\"ORDERS\","
                + "\"envelope\":{\"sender\":\"a\",\"receiver\":\"b\"}}");
    Obj record =
        (Obj)
            Payloads.read(
                    Payloads.spec("json"),
                    "{\"BGM\":{\"BGM01\":{\"BGM0101\":\"220\"}},\"DTM\":[{\"DTM01\":{\"DTM0101\":\"137\"}}],"
                        + "\"UNS\":{\"UNS01\":\"S\"}}")
                .values()
                .getFirst();
    try (RecordWriter writer = PayloadFormats.of("edi").writer(out, spec, false)) {
      for (long i = 1; i <= 3 * MESSAGES; i++) {
        writer.write(record);
        assertThat(given.get()).isGreaterThan(i * 50 - AHEAD);
      }
      writer.finish();
    }
    assertThat(given.get()).isGreaterThan(3 * MESSAGES * 50L);
  }
}
