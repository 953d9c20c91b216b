package fieldloom.payload.json.tape;

/** Characters beyond ASCII in UTF-8, as strictly as Unicode has it. */
final class Utf8 {
  private Utf8() {}

  /** How many bytes the character at that place has; 0 where they are malformed. */
  static int length(byte[] b, int i) {
    int first = b[i] & 0xFF;
    if (first >= 0xC2 && first <= 0xDF) {
      return follows(b[i + 1]) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
      int second = b[i + 1] & 0xFF;
      boolean well =
          follows(b[i + 1])
              && (first != 0xE0 || second >= 0xA0)
              && (first != 0xED || second < 0xA0)
              && follows(b[i + 2]);
      return well ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
      int second = b[i + 1] & 0xFF;
      boolean well =
          follows(b[i + 1])
              && (first != 0xF0 || second >= 0x90)
              && (first != 0xF4 || second < 0x90)
              && follows(b[i + 2])
              && follows(b[i + 3]);
      return well ? 4 : 0;
    }
    return 0;
  }

  private static boolean follows(byte b) {
    return (b & 0xC0) == 0x80;
  }
}
