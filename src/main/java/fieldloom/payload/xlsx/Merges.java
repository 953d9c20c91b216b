package fieldloom.payload.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cells of a row that are merged with those beside them. The sheet lists them behind all its
 * rows, so it is searched for them without being parsed.
 */
final class Merges {
  private static final Pattern MERGE =
      Pattern.compile(
          "<(?:\\w+:)?mergeCell\\s[^>]*?ref=[\"']([A-Za-z]{1,3})([0-9]+):([A-Za-z]{1,3})([0-9]+)");

  private static final int CHUNK = 1 << 16;
  private static final int OVERLAP = 200;

  private final List<Merge> all;

  private Merges(List<Merge> all) {
    this.all = all;
  }

  /** Columns that are merged, from 0, both included. */
  record Merge(int from, int to) {
    boolean holds(int column) {
      return from <= column && column <= to;
    }
  }

  /** None. */
  static Merges none() {
    return new Merges(List.of());
  }

  /** Finds those of a row, from 1. */
  static Merges of(InputStream sheet, int row) throws IOException {
    List<Merge> found = new ArrayList<>();
    byte[] chunk = new byte[OVERLAP + CHUNK];
    int kept = 0;
    try (sheet) {
      for (int many = sheet.readNBytes(chunk, kept, CHUNK);
          many > 0;
          many = sheet.readNBytes(chunk, kept, CHUNK)) {
        String text = new String(chunk, 0, kept + many, StandardCharsets.ISO_8859_1);
        if (text.contains("mergeCell ")) {
          add(found, text, row);
        }
        kept = Math.min(OVERLAP, text.length());
        System.arraycopy(chunk, text.length() - kept, chunk, 0, kept);
      }
    }
    return new Merges(found);
  }

  private static void add(List<Merge> found, String text, int row) {
    Matcher matcher = MERGE.matcher(text);
    while (matcher.find()) {
      int top = Whole.parse(matcher.group(2), 0);
      int bottom = Whole.parse(matcher.group(4), 0);
      Merge merge = new Merge(Places.column(matcher.group(1)), Places.column(matcher.group(3)));
      boolean inRow = top <= row && row <= bottom && merge.from() < merge.to();
      if (inRow && !found.contains(merge) && found.size() < XlsxLimits.COLUMNS) {
        found.add(merge);
      }
    }
  }

  /** The first column of the merged cells that a column is in; the column itself in none. */
  int first(int column) {
    for (Merge merge : all) {
      if (merge.holds(column)) {
        return merge.from();
      }
    }
    return column;
  }

  /** Whether a column is in merged cells. */
  boolean hold(int column) {
    return all.stream().anyMatch(merge -> merge.holds(column));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }
}
