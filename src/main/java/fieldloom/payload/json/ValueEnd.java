package fieldloom.payload.json;

/**
 * Looks for the end of a value of which more and more is there, by its brackets and quotes alone.
 */
final class ValueEnd {
  private final int start;
  private int looked;
  private int depth;
  private boolean text;

  /**
   * @param start distance of the value
   */
  ValueEnd(int start) {
    this.start = start;
    this.looked = start;
  }

  /**
   * Looks on.
   *
   * @param from where distances are from
   * @return whether the value ends before that end
   */
  boolean isBefore(byte[] bytes, int from, int end) {
    int i = from + looked;
    while (i < end) {
      byte b = bytes[i];
      if (text) {
        if (b == '\\') {
          // What is escaped must be there too.
          if (i + 1 == end) {
            break;
          }
          i++;
        } else if (b == '"') {
          text = false;
          if (depth == 0) {
            return true;
          }
        }
      } else if (b == '"') {
        text = true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
        if (depth <= 0) {
          return true;
        }
      } else if (depth == 0 && i > from + start && (b == ',' || JsonBytes.isBlank(b))) {
        return true;
      }
      i++;
    }
    looked = i - from;
    return false;
  }
}
