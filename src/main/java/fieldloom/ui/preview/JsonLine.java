package fieldloom.ui.preview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of JSON as the preview shows it.
 *
 * @param indent levels
 * @param was what the value was before the last edit; null where it is the same
 */
record JsonLine(int indent, List<Span> spans, @Nullable String was) {
  JsonLine {
    spans = List.copyOf(spans);
  }

  /** A piece of a line in one colour. */
  record Span(String text, Kind kind) {}

  /** What a piece is. */
  enum Kind {
    NAME,
    TEXT,
    NUMBER,
    WORD,
    MARK;

    /** Its style class. */
    String styleClass() {
      return switch (this) {
        case NAME -> "name";
        case TEXT -> "text-value";
        case NUMBER -> "number";
        case WORD -> "word";
        case MARK -> "mark";
      };
    }
  }

  /** The line as plain text, indented. */
  String text() {
    StringBuilder text = new StringBuilder("  ".repeat(indent));
    spans.forEach(span -> text.append(span.text()));
    return text.toString();
  }
}
