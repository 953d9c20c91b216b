package fieldloom.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.value.Obj;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records come and go one at a time: nothing reads far ahead or keeps what was written. */
class StreamingTest {
  private static final int RECORDS = 30_000;
  private static final long AHEAD = 300_000;

  /** The head and then one record after another, without end, counting the bytes taken. */
  private static InputStream endless(String head, String record, AtomicLong taken) {
    byte[] bytes = record.getBytes(UTF_8);
    InputStream records =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            at = (at + 1) % bytes.length;
            return bytes[(at + bytes.length - 1) % bytes.length] & 0xFF;
          }
        };
    return new FilterInputStream(
        new SequenceInputStream(new ByteArrayInputStream(head.getBytes(UTF_8)), records)) {
      @Override
      public int read() throws IOException {
        taken.incrementAndGet();
        return super.read();
      }

      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        int count = super.read(target, from, length);
        taken.addAndGet(count);
        return count;
      }
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json|'[0'|',{\"a\":[1,\"华\"]}'",
        "ndjson|''|'{\"a\":[1,\"华\"]}\n'",
        "csv|'a,b\n'|'1,\"华\"\n'",
        "fixed|''|'1 华\n'",
        "xml|'<all>'|'<record><a>1</a><b>华</b></record>'"
      })
  void aReaderStaysABufferAhead(String format, String head, String record) throws Exception {
    AtomicLong taken = new AtomicLong();
    try (RecordReader reader =
        PayloadFormats.of(format).reader(endless(head, record, taken), Payloads.spec(format))) {
      for (int i = 0; i < RECORDS; i++) {
        assertThat(reader.next()).isNotNull();
        assertThat(taken.get()).isLessThan((long) i * record.getBytes(UTF_8).length + AHEAD);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "ndjson", "csv", "fixed", "xml"})
  void aWriterHandsOnWhatItHas(String format) throws IOException {
    AtomicLong given = new AtomicLong();
    try (RecordWriter writer =
        PayloadFormats.of(format).writer(counting(given), Payloads.spec(format), false)) {
      Obj record = new Obj().put("a", "华".repeat(100));
      for (long i = 1; i <= RECORDS; i++) {
        writer.write(record);
        assertThat(given.get()).isGreaterThan(i * 300 - AHEAD);
      }
      writer.finish();
      assertThat(given.get()).isGreaterThan(RECORDS * 300L);
    }
  }

  /** Its rows are packed, so that texts must be such as cannot be packed well. */
  @Test
  void aWriterOfAWorkbookHandsOnItsRowsAsTheyCome() throws IOException {
    AtomicLong given = new AtomicLong();
    Random random = new Random(20261128);
    try (RecordWriter writer =
        PayloadFormats.of("xlsx").writer(counting(given), Payloads.spec("xlsx"), false)) {
      for (long i = 1; i <= RECORDS; i++) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < 60; c++) {
          text.append((char) (0x4E00 + random.nextInt(0x5000)));
        }
        writer.write(new Obj().put("a", text.toString()));
        assertThat(given.get()).isGreaterThan(i * 100 - AHEAD);
      }
      writer.finish();
    }
  }

  private static OutputStream counting(AtomicLong given) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        given.incrementAndGet();
      }

      @Override
      public void write(byte[] bytes, int from, int length) {
        given.addAndGet(length);
      }
    };
  }
}
