package fieldloom.ui.preview;

import fieldloom.ui.session.FieldRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a document as the preview shows it.
 *
 * @param indent levels
 * @param was what the value was before the last edit; null where it is the same
 * @param field the field whose value stands here; null in text as a writer writes it
 * @param at the same with its items counted from 1: {@code lines[2].qty}; tells lines apart whose
 *     parts can be folded
 * @param inside how many of the next lines belong to this one, the closing bracket included
 */
record JsonLine(
    int indent,
    List<Span> spans,
    @Nullable String was,
    @Nullable FieldRef field,
    String at,
    int inside) {
  JsonLine {
    spans = List.copyOf(spans);
  }

  /** A line of text. */
  static JsonLine text(String text, @Nullable String was) {
    return new JsonLine(0, List.of(new Span(text, Kind.PLAIN)), was, null, "", 0);
  }

  /** A piece of a line in one colour. */
  record Span(String text, Kind kind) {}

  /** What a piece is. */
  enum Kind {
    NAME,
    TEXT,
    NUMBER,
    WORD,
    MARK,
    PLAIN;

    /** Its style class. */
    String styleClass() {
      return switch (this) {
        case NAME -> "name";
        case TEXT -> "text-value";
        case NUMBER -> "number";
        case WORD -> "word";
        case MARK -> "mark";
        case PLAIN -> "plain";
      };
    }
  }

  /** Whether it has parts that can be folded away. */
  boolean isFoldable() {
    return inside > 0;
  }

  /** The line as plain text, indented. */
  String text() {
    StringBuilder text = new StringBuilder("  ".repeat(indent));
    spans.forEach(span -> text.append(span.text()));
    return text.toString();
  }
}
