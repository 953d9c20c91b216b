package fieldloom.payload.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.Test;

/** Text is encoded and decoded as the library does it. */
class TextPageTest {

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().withChars("a,é华\uE000\uFFFD").ofMaxLength(9),
            Arbitraries.of(
                "𠮷", "😀", "long 华".repeat(3_000), "x".repeat(70_000), "é".repeat(40_000)))
        .list()
        .ofMaxSize(8);
  }

  @Property(tries = 200)
  void whatIsWrittenInPartsIsTheirTextInTheEncoding(
      @ForAll("texts") List<String> parts, @ForAll("encodings") String encoding)
      throws IOException {
    Charset charset = Charset.forName(encoding);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TextPage page = new TextPage(out, charset)) {
      for (String part : parts) {
        int mark = page.length();
        page.append("taken back 华");
        page.cut(mark);
        page.append(part);
        assertThat(page.canEncodeFrom(mark)).isTrue();
        page.handOnFull();
      }
      page.finish();
    }

    assertThat(out.toByteArray()).isEqualTo(String.join("", parts).getBytes(charset));
  }

  @Provide
  Arbitrary<String> encodings() {
    return Arbitraries.of("UTF-8", "GB18030", "UTF-16", "UTF-16LE");
  }

  /** Even where the two halves are written and handed on apart. */
  @Test
  void aPairIsWrittenWholeAndHalfOfOneIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TextPage page = new TextPage(out, StandardCharsets.UTF_8);
    page.append("a\uD842");
    assertThat(page.canEncodeFrom(0)).isFalse();
    page.handOn();
    page.append("\uDFB7b");
    page.finish();

    assertThat(out).hasToString("a𠮷b");
    page = new TextPage(new ByteArrayOutputStream(), StandardCharsets.UTF_8);
    page.append("a\uD842b");
    assertThat(page.canEncodeFrom(0)).isFalse();
    assertThatThrownBy(page::finish).isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void whatWasWrittenBeforeAnOutputIsClosedStaysWritten() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TextPage page = new TextPage(out, StandardCharsets.UTF_8)) {
      page.append("two");
      page.insert(0, "one ");
      page.repeat('!', 2);
      page.repeat('?', -1);
    }

    assertThat(out).hasToString("one two!!");
  }

  @Test
  void anEncodingThatLacksACharacterSaysSo() {
    TextPage page = new TextPage(new ByteArrayOutputStream(), Charset.forName("windows-1252"));
    page.append("é");
    assertThat(page.canEncodeFrom(0)).isTrue();
    page.append("华");
    assertThat(page.canEncodeFrom(0)).isFalse();
    assertThat(page.canEncodeFrom(2)).isTrue();
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    return Arbitraries.oneOf(
            Arbitraries.bytes(),
            Arbitraries.of(
                (byte) 'a',
                (byte) 0xC2,
                (byte) 0xE0,
                (byte) 0xED,
                (byte) 0xF0,
                (byte) 0xF4,
                (byte) 0xA0,
                (byte) 0x9F,
                (byte) 0x90,
                (byte) 0x8F,
                (byte) 0x80,
                (byte) 0xBF))
        .array(byte[].class)
        .ofMaxSize(24);
  }

  /** Each byte of the input may be malformed; behind it reading goes on as the library does. */
  @Property(tries = 3_000)
  void bytesOfAnyKindAreReadAsTheLibraryReadsThem(@ForAll("bytes") byte[] bytes)
      throws IOException {
    byte[] marked = new byte[bytes.length + 1];
    marked[0] = 'x';
    System.arraycopy(bytes, 0, marked, 1, bytes.length);
    String expected =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .decode(ByteBuffer.wrap(marked))
            .toString();

    try (StrictReader reader =
        new StrictReader(new ByteArrayInputStream(marked), StandardCharsets.UTF_8)) {
      assertThat(IOUtils.toString(reader)).isEqualTo(expected);
      assertThat(reader.isFaulty())
          .isEqualTo(!Arrays.equals(expected.getBytes(StandardCharsets.UTF_8), marked));
    }
  }
}
