package fieldloom.payload.json.tape;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BytesTest {
  /** Line feeds, and what is one bit or a borrow away from them. */
  @Provide
  Arbitrary<byte[]> lines() {
    return Arbitraries.of((byte) '\n', (byte) 0x0B, (byte) 0x8A, (byte) 0, (byte) 'a', (byte) -1)
        .array(byte[].class)
        .ofMaxSize(40);
  }

  @Property
  void the_next_line_feed_is_found_wherever_it_stands(
      @ForAll("lines") byte[] bytes, @ForAll int begin, @ForAll int end) {
    int to = Math.floorMod(end, bytes.length + 1);
    int from = Math.floorMod(begin, to + 1);
    int wanted = -1;
    for (int i = to - 1; i >= from; i--) {
      wanted = bytes[i] == '\n' ? i : wanted;
    }
    assertThat(Bytes.feed(bytes, from, to)).isEqualTo(wanted);
  }
}
