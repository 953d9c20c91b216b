package fieldloom.payload.fixed;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the fields of one kind of line at their positions, and its mark. */
final class LineLayout {
  private final RecordType type;
  private final List<FixedField> ordered;
  private final LineCut cut;
  private final FieldLayout layout;
  private final @Nullable FixedField marked;

  /**
   * @throws FormatException where the fields cannot be written apart
   */
  LineLayout(String owner, RecordType type, LineCut cut) throws FormatException {
    this.type = type;
    this.cut = cut;
    this.layout = new FieldLayout(cut);
    this.ordered = type.fields().stream().sorted(Comparator.comparingInt(FixedField::at)).toList();
    FixedField before = null;
    for (FixedField field : ordered) {
      if (before != null && before.end() > field.at()) {
        throw new FormatException(
            "The fields %s and %s of %s of %s stand on the same positions; one line cannot hold both."
                .formatted(before.name(), field.name(), type.shown(), owner));
      }
      if (field.zeroFilled() && !field.right()) {
        throw new FormatException(
            "The field %s of %s of %s is a number filled with zeros behind it, which would change it; set its align to right."
                .formatted(field.name(), type.shown(), owner));
      }
      before = field;
    }
    this.marked = marked(type.mark());
  }

  RecordType type() {
    return type;
  }

  /** The field that holds the mark; null where none does. */
  private @Nullable FixedField marked(RecordType.@Nullable Mark mark) {
    if (mark != null) {
      for (FixedField field : ordered) {
        if (field.at() <= mark.at() && end(mark) <= field.end()) {
          return field;
        }
      }
    }
    return null;
  }

  private int end(RecordType.Mark mark) {
    return mark.at() + cut.width(mark.text());
  }

  /** Whether the line has a field of that name. */
  boolean has(String name) {
    return type.fields().stream().anyMatch(field -> field.name().equals(name));
  }

  /**
   * Appends the line, without its end.
   *
   * @throws FieldText.Fault where it cannot be written: the end of a sentence about the record
   */
  void append(StringBuilder out, Obj fields) throws FieldText.Fault {
    int from = out.length();
    RecordType.Mark mark = marked == null ? type.mark() : null;
    int at = 1;
    for (FixedField field : ordered) {
      if (mark != null && mark.at() < field.at()) {
        at = put(out, at, mark);
        mark = null;
      }
      out.repeat(' ', gap(at, field.at()));
      out.append(text(field, fields.get(field.name())));
      at = field.end();
    }
    if (mark != null) {
      put(out, at, mark);
    }
    check(out.substring(from));
  }

  private int put(StringBuilder out, int at, RecordType.Mark mark) {
    out.repeat(' ', gap(at, mark.at()));
    out.append(mark.text());
    return Math.max(at, end(mark));
  }

  /** Blanks up to a position; one may take several bytes. */
  private int gap(int at, int wanted) {
    return Math.max(0, wanted - at) / cut.width(" ");
  }

  private String text(FixedField field, Object value) throws FieldText.Fault {
    boolean absent = value == Absent.ABSENT || value == Null.NULL;
    RecordType.Mark mark = type.mark();
    String text;
    try {
      text = layout.of(field, value);
    } catch (FieldText.Fault e) {
      throw new FieldText.Fault("the field " + field.name() + " " + e.getMessage());
    }
    if (!absent || field != marked || mark == null) {
      return text;
    }
    int before = (mark.at() - field.at()) / cut.width(field.pad());
    int behind = (field.end() - end(mark)) / cut.width(field.pad());
    return field.pad().repeat(before) + mark.text() + field.pad().repeat(behind);
  }

  /** A line that is read as another kind, or as none, would be lost. */
  private void check(String line) throws FieldText.Fault {
    RecordType.Mark mark = type.mark();
    if (mark != null) {
      cut.take(line);
      if (!FixedLines.matches(cut, mark)) {
        throw new FieldText.Fault(
            "the line has not “"
                + mark.text()
                + "” at "
                + mark.at()
                + ", by which it is known, since a field stands there");
      }
    }
  }
}
