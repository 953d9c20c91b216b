package fieldloom.payload.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells refer to by number. They are read as far as they are asked for; the first
 * are kept in memory, the others in a file. Not thread-safe.
 */
final class SharedStrings implements AutoCloseable {
  private static final long KEPT_CHARS = 8_000_000;

  /** What an object costs beside its characters. */
  private static final int OBJECT_CHARS = 30;

  private final @Nullable PartXml xml;
  private final List<String> kept = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable SpilledTexts spilled;
  private long chars;
  private int count;
  private boolean ended;

  private SharedStrings(@Nullable PartXml xml) {
    this.xml = xml;
    this.ended = xml == null;
  }

  /**
   * Opens them.
   *
   * @param part null where the workbook has none
   */
  static SharedStrings open(Parts parts, @Nullable String part) throws IOException {
    return new SharedStrings(part == null ? null : PartXml.open(parts, part));
  }

  /** A text by its number from 0; null where there is none. */
  @Nullable String get(int index) throws IOException {
    while (index >= count && !ended) {
      readNext();
    }
    if (index < 0 || index >= count) {
      return null;
    }
    SpilledTexts file = spilled;
    String raw =
        index < kept.size() || file == null ? kept.get(index) : file.get(index - kept.size());
    return XText.read(raw);
  }

  private void readNext() throws IOException {
    PartXml source = xml;
    if (source == null || !toItem(source)) {
      ended = true;
      return;
    }
    if (!RichText.read(source, "si", text)) {
      throw new WorkbookFault(
          "has a text of more than 10,000,000 characters for its cells; so long a text is not read");
    }
    add(text.toString());
  }

  private static boolean toItem(PartXml source) throws IOException {
    while (source.nextElement()) {
      if (source.name().equals("si")) {
        return true;
      }
    }
    return false;
  }

  private void add(String one) throws IOException {
    if (spilled == null && chars < KEPT_CHARS) {
      kept.add(one);
    } else {
      SpilledTexts file = spilled;
      if (file == null) {
        file = SpilledTexts.create();
        spilled = file;
      }
      file.add(one);
    }
    chars += one.length() + OBJECT_CHARS;
    count++;
  }

  @Override
  public void close() throws IOException {
    try {
      if (xml != null) {
        xml.close();
      }
    } finally {
      if (spilled != null) {
        spilled.close();
      }
    }
  }
}
