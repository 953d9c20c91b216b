package fieldloom.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.Payloads;
import fieldloom.payload.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;

/** A program of its own, in a small heap: reads one large bad input and prints what is said. */
final class HeavyInput extends InputStream {
  private final byte[] unit;
  private long left;
  private int at;

  private HeavyInput(String unit, long count) {
    this.unit = unit.repeat(8192 / unit.length()).getBytes(UTF_8);
    this.left = count * unit.length();
  }

  /** What stands before, as often what is in the middle, and what stands behind. */
  static InputStream of(String before, String middle, long count, String behind) {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(before.getBytes(UTF_8)),
                new HeavyInput(middle, count),
                new ByteArrayInputStream(behind.getBytes(UTF_8)))));
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(byte[] target, int from, int length) {
    if (left <= 0) {
      return -1;
    }
    int count = (int) Math.min(Math.min(left, length), unit.length - at);
    System.arraycopy(unit, at, target, from, count);
    at = (at + count) % unit.length;
    left -= count;
    return count;
  }

  /**
   * Reads an input.
   *
   * @param args format, what stands before, what is in the middle, how often it stands there, and
   *     what stands behind
   */
  public static void main(String[] args) throws IOException {
    InputStream in = of(args[1], args[2], Long.parseLong(args[3]), args[4]);
    StringBuilder said = new StringBuilder();
    int records = 0;
    try (RecordReader reader = PayloadFormats.reader(in, Payloads.spec(args[0]))) {
      boolean more = true;
      while (more) {
        try {
          more = reader.next() != null;
          records += more ? 1 : 0;
        } catch (BadRecordException e) {
          said.append(e.getMessage()).append('\n');
        }
      }
    } catch (IOException e) {
      said.append(e.getMessage()).append('\n');
    }
    said.append(records).append(" records\n");
    System.out.print(said);
    System.out.flush();
  }
}
