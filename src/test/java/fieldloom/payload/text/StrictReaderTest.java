package fieldloom.payload.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReaderTest {

  private static StrictReader reader(byte[] bytes, Charset charset) throws IOException {
    return new StrictReader(new ByteArrayInputStream(bytes), charset);
  }

  private static String all(StrictReader reader, int step) throws IOException {
    StringBuilder out = new StringBuilder();
    char[] buffer = new char[step];
    int count = reader.read(buffer, 0, step);
    while (count >= 0) {
      out.append(buffer, 0, count);
      count = reader.read(buffer, 0, step);
    }
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, 1", "UTF-8, 2", "UTF-8, 3", "GB18030, 1", "GB18030, 5", "UTF-16LE, 1"})
  void anyStepGivesTheSameText(String encoding, int step) throws IOException {
    String text = "a华𠮷😀é\n".repeat(50);
    Charset charset = Charset.forName(encoding);

    assertThat(all(reader(text.getBytes(charset), charset), step)).isEqualTo(text);
  }

  @Test
  void aStreamThatGivesOneByteAtATimeIsRead() throws IOException {
    byte[] bytes = "\uFEFF华𠮷x".getBytes(UTF_8);
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(1, length));
          }
        };

    assertThat(all(new StrictReader(slow, UTF_8), 100)).isEqualTo("华𠮷x");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 65_535, 65_536, 65_537, 131_072})
  void malformedBytesAreFoundWhereTheyStand(int place) throws IOException {
    byte[] bytes = new byte[140_000];
    Arrays.fill(bytes, (byte) 'x');
    bytes[place] = (byte) 0xFF;
    StrictReader reader = reader(bytes, UTF_8);
    String text = all(reader, 4000);

    assertThat(text.indexOf('\uFFFD')).isEqualTo(place);
    assertThat(reader.faultAt()).isEqualTo(place);
    assertThat(reader.faultBefore(place)).isFalse();
    assertThat(reader.faultBefore(place + 1L)).isTrue();
    assertThat(reader.faultText()).isEqualTo("the byte FF is not UTF-8");
    reader.forgetBefore(place + 1L);
    assertThat(reader.faultBefore(Long.MAX_VALUE)).isFalse();
  }

  @Test
  void aTextCutInTheMiddleOfACharacterIsMalformed() throws IOException {
    StrictReader reader = reader(new byte[] {'a', (byte) 0xE5, (byte) 0x8D}, UTF_8);

    assertThat(all(reader, 10)).isEqualTo("a\uFFFD");
    assertThat(reader.faultText()).isEqualTo("the bytes E5 8D are not UTF-8");
  }

  @Test
  void aMillionMalformedBytesCostNoMillionPlaces() throws IOException {
    byte[] bytes = new byte[1_000_003];
    Arrays.fill(bytes, (byte) 0xFF);
    bytes[1_000_001] = 'x';
    bytes[1_000_002] = 'y';
    StrictReader reader = reader(bytes, UTF_8);

    assertThat(all(reader, 4000)).hasSize(1_000_003);
    for (long end = 1000; end <= 1_000_000; end += 1000) {
      assertThat(reader.faultBefore(end)).isTrue();
      assertThat(reader.faultText()).isEqualTo("the byte FF is not UTF-8");
      reader.forgetBefore(end);
    }
    assertThat(reader.faultBefore(1_000_001)).isTrue();
    reader.forgetBefore(1_000_001);
    assertThat(reader.faultBefore(Long.MAX_VALUE)).isFalse();
  }
}
