package fieldloom.schema.fixed;

import fieldloom.model.FieldType;
import fieldloom.payload.text.Encodings;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The first lines of a sample, by positions from 1. Immutable. */
public final class SampleLines {
  private static final int MOST_LINES = 1_000;
  private static final int MOST_WIDTH = 10_000;
  private static final int MOST_BYTES = 16 << 20;

  /** Holds the place of a character's further bytes. */
  private static final int MORE = -1;

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");

  private final Charset encoding;
  private final boolean byBytes;
  private final List<int[]> lines;
  private final int width;

  private SampleLines(Charset encoding, boolean byBytes, List<int[]> lines) {
    this.encoding = encoding;
    this.byBytes = byBytes;
    this.lines = lines;
    this.width = lines.stream().mapToInt(line -> line.length).max().orElse(0);
  }

  /** Reads the first 1,000 lines that are not empty. */
  static SampleLines of(byte[] content) {
    Charset encoding = Encodings.of(content);
    // More than all lines that are looked at have in any encoding.
    String text = new String(content, 0, Math.min(content.length, MOST_BYTES), encoding);
    List<String> lines =
        (text.startsWith("\uFEFF") ? text.substring(1) : text)
            .lines()
            .filter(line -> !line.isEmpty())
            .limit(MOST_LINES)
            .map(line -> line.length() > MOST_WIDTH ? line.substring(0, MOST_WIDTH) : line)
            .toList();
    List<int[]> characters = lines.stream().map(line -> line.codePoints().toArray()).toList();
    List<int[]> bytes = lines.stream().map(line -> bytes(line, encoding)).toList();
    // Lines that are equally long in bytes only were laid out by bytes.
    boolean byBytes = lines.size() > 1 && areEven(bytes) && !areEven(characters);
    return new SampleLines(encoding, byBytes, byBytes ? bytes : characters);
  }

  private static int[] bytes(String line, Charset encoding) {
    List<Integer> places = new ArrayList<>();
    line.codePoints()
        .forEach(
            c -> {
              places.add(c);
              int more = Character.toString(c).getBytes(encoding).length - 1;
              for (int i = 0; i < more; i++) {
                places.add(MORE);
              }
            });
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean areEven(List<int[]> lines) {
    return lines.stream().mapToInt(line -> line.length).distinct().count() == 1;
  }

  /** Whether each line has as many of some delimiter as the first, and any. */
  boolean areDelimited() {
    for (char delimiter : new char[] {',', ';', '\t', '|'}) {
      long[] counts =
          lines.stream()
              .mapToLong(line -> IntStream.of(line).filter(c -> c == delimiter).count())
              .distinct()
              .toArray();
      if (counts.length == 1 && counts[0] > 0) {
        return true;
      }
    }
    return false;
  }

  Charset encoding() {
    return encoding;
  }

  /** Whether positions are those of bytes. */
  boolean byBytes() {
    return byBytes;
  }

  int count() {
    return lines.size();
  }

  /** The longest line's last position. */
  int width() {
    return width;
  }

  /** The first position from one on that any line has a character at; 0 where there is none. */
  int firstFilled(int from) {
    for (int position = from; position <= width; position++) {
      if (!isBlank(position)) {
        return position;
      }
    }
    return 0;
  }

  /** The first position from one on that is blank in all lines; the one behind them where none. */
  int firstBlank(int from) {
    int position = from;
    while (position <= width && !isBlank(position)) {
      position++;
    }
    return position;
  }

  /** The last position before one that any line has a character at. */
  int lastFilled(int before) {
    int position = before - 1;
    while (position > 1 && isBlank(position)) {
      position--;
    }
    return position;
  }

  private boolean isBlank(int position) {
    return lines.stream().allMatch(line -> isBlank(line, position));
  }

  private static boolean isBlank(int[] line, int position) {
    return position > line.length || line[position - 1] == ' ';
  }

  /** Which part of the lines has something between two positions, the second not included. */
  double share(int from, int to) {
    return values(from, to).size() / (double) Math.max(1, lines.size());
  }

  /** Whether values between two positions end at one position and start at several. */
  boolean isRight(int from, int to) {
    int starts = -1;
    int ends = -1;
    boolean several = false;
    for (int[] line : lines) {
      int first = from;
      int last = Math.min(to, line.length + 1) - 1;
      while (first <= last && isBlank(line, first)) {
        first++;
      }
      while (last >= first && isBlank(line, last)) {
        last--;
      }
      if (first <= last) {
        if (ends >= 0 && ends != last) {
          return false;
        }
        several |= starts >= 0 && starts != first;
        starts = first;
        ends = last;
      }
    }
    return several;
  }

  /** The type that all values between two positions have; text where they lose by another. */
  FieldType type(int from, int to) {
    List<String> values = values(from, to);
    if (values.isEmpty()) {
      return FieldType.STRING;
    }
    if (values.stream().allMatch(value -> INTEGER.matcher(value).matches())) {
      return FieldType.INTEGER;
    }
    if (values.stream()
        .allMatch(value -> INTEGER.matcher(value).matches() || DECIMAL.matcher(value).matches())) {
      return FieldType.DECIMAL;
    }
    return values.stream().allMatch(SampleLines::isDate) ? FieldType.DATE : FieldType.STRING;
  }

  private static boolean isDate(String value) {
    try {
      return value.length() == 10 && LocalDate.parse(value) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private List<String> values(int from, int to) {
    List<String> values = new ArrayList<>();
    for (int[] line : lines) {
      StringBuilder value = new StringBuilder();
      for (int position = from; position < to && position <= line.length; position++) {
        if (line[position - 1] != MORE) {
          value.appendCodePoint(line[position - 1]);
        }
      }
      if (!value.toString().isBlank()) {
        values.add(value.toString().strip());
      }
    }
    return values;
  }
}
