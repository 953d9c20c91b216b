package fieldloom.payload.fixed;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.text.StrictReader;
import fieldloom.payload.text.TextLimits;
import fieldloom.payload.text.TextWindow;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines one after another, each told by its mark and cut into its fields. */
final class FixedLines {
  private final String owner;
  private final List<RecordType> types;
  private final StrictReader source;
  private final TextWindow window;
  private final LineCut cut;
  private long number;
  private @Nullable RecordType type;
  private @Nullable BadRecordException fault;

  /**
   * @param types with the types of their fields resolved
   */
  FixedLines(String owner, FixedOptions options, List<RecordType> types, StrictReader source) {
    this.owner = owner;
    this.types = types;
    this.source = source;
    this.window = new TextWindow(source);
    this.cut = new LineCut(options.unit(), source.charset());
  }

  /** Goes to the next line that is not empty; false at the end. */
  boolean next() throws IOException {
    while (window.peek() >= 0) {
      window.mark();
      window.skipAnyLine();
      number++;
      type = null;
      fault = null;
      int length = window.dropped() ? 0 : window.lengthWithoutEnd();
      if (window.dropped() || source.faultBefore(window.offset())) {
        fault = unreadable();
        source.forgetBefore(window.offset());
        return true;
      }
      if (length > 0) {
        cut.take(window.chars(), window.start(), length);
        type = match();
        return true;
      }
    }
    return false;
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  /** How many characters the line has; 0 where they are too many to keep. */
  int length() {
    return window.dropped() ? 0 : window.length();
  }

  /** What kind of line it is; null where it is of none or cannot be read. */
  @Nullable RecordType type() {
    return type;
  }

  /** The line's characters; null where they are too many to quote. */
  @Nullable String raw() {
    boolean kept = !window.dropped() && window.length() <= TextLimits.MAX_RAW;
    return kept ? window.text(0, window.lengthWithoutEnd()) : null;
  }

  /**
   * The fields of the line.
   *
   * @throws BadRecordException where the line is of no type or a field holds no value
   */
  Obj fields() throws BadRecordException {
    if (fault != null) {
      throw fault;
    }
    RecordType kind = type;
    if (kind == null) {
      throw bad(ReadCodes.UNKNOWN_LINE, unknown());
    }
    Obj fields = new Obj();
    for (FixedField field : kind.fields()) {
      Object value = value(field);
      if (value != Absent.ABSENT) {
        fields.add(field.name(), value);
      }
    }
    return fields;
  }

  private Object value(FixedField field) throws BadRecordException {
    int from = cut.index(field.at() - 1);
    int to = cut.index(field.end() - 1);
    if (from < 0 || to < 0) {
      throw bad(
          ReadCodes.CUT_CHARACTER,
          place(field)
              + " cuts a character in two; correct the positions of the options, or the line.");
    }
    Object plain = FieldText.plain(field, cut, from, to);
    if (plain != null) {
      return plain;
    }
    try {
      return FieldText.value(field, cut.text(from, to));
    } catch (FieldText.Fault e) {
      throw bad(ReadCodes.BAD_VALUE, place(field) + " " + e.getMessage() + ".");
    }
  }

  private @Nullable RecordType match() {
    for (RecordType one : types) {
      if (one.mark() != null && matches(cut, one.mark())) {
        return one;
      }
    }
    for (RecordType one : types) {
      if (one.mark() == null) {
        return one;
      }
    }
    return null;
  }

  static boolean matches(LineCut line, RecordType.Mark mark) {
    return line.startsWith(mark.text(), line.index(mark.at() - 1));
  }

  private String place(FixedField field) {
    return "Line "
        + number
        + ", positions "
        + field.at()
        + " to "
        + (field.end() - 1)
        + ": the field "
        + field.name();
  }

  private String unknown() {
    String known =
        types.stream()
            .map(RecordType::mark)
            .map(mark -> mark == null ? "" : "“" + mark.text() + "” at " + mark.at())
            .collect(Collectors.joining(", "));
    return "Line "
        + number
        + " is of no type that the records of "
        + owner
        + " describe ("
        + known
        + "); describe it, or correct the line.";
  }

  private BadRecordException unreadable() {
    if (window.dropped()) {
      return bad(
          ReadCodes.TOO_LONG,
          "Line " + number + " has more than 20,000,000 characters; such a line is not read.");
    }
    long column = source.faultAt() - (window.offset() - window.length()) + 1;
    return bad(
        ReadCodes.BAD_ENCODING,
        "At line "
            + number
            + ", column "
            + column
            + " "
            + source.faultText()
            + "; set the option encoding to the right one.");
  }

  BadRecordException bad(String code, String message) {
    return new BadRecordException(code, message, number, raw(), false);
  }
}
