package fieldloom.payload.json.tape;

import java.nio.charset.StandardCharsets;

/** Texts with escapes, which the reader has found to be right. */
final class Unescape {
  private Unescape() {}

  static String text(byte[] bytes, int start, int end) {
    StringBuilder out = new StringBuilder(end - start);
    int from = start;
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\\') {
        plain(out, bytes, from, i);
        byte c = bytes[++i];
        switch (c) {
          case 'b' -> out.append('\b');
          case 't' -> out.append('\t');
          case 'n' -> out.append('\n');
          case 'f' -> out.append('\f');
          case 'r' -> out.append('\r');
          case 'u' -> {
            out.append((char) Integer.parseInt(Tape.text(bytes, i + 1, i + 5), 16));
            i += 4;
          }
          default -> out.append((char) c);
        }
        from = i + 1;
      }
    }
    plain(out, bytes, from, end);
    return out.toString();
  }

  private static void plain(StringBuilder out, byte[] bytes, int from, int to) {
    if (from < to) {
      out.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }
  }
}
