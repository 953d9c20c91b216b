package fieldloom.payload.fixed;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.text.TextPage;
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

  /**
   * Appends the line, without its end.
   *
   * @throws FieldText.Fault where it cannot be written: the end of a sentence about the record
   */
  void append(TextPage out, Obj fields) throws FieldText.Fault {
    int from = out.length();
    RecordType.Mark mark = marked == null ? type.mark() : null;
    int at = 1;
    int taken = 0;
    for (FixedField field : ordered) {
      if (mark != null && mark.at() < field.at()) {
        at = put(out, at, mark);
        mark = null;
      }
      gap(out, at, field.at());
      // Records mostly have their fields in the order of the line.
      boolean next = taken < fields.size() && fields.name(taken).equals(field.name());
      Object value = next ? fields.value(taken) : fields.get(field.name());
      taken += value == Absent.ABSENT ? 0 : 1;
      append(out, field, value);
      at = field.end();
    }
    if (mark != null) {
      put(out, at, mark);
    }
    if (taken < fields.size()) {
      throw new FieldText.Fault(
          "it has the field “"
              + unlisted(fields)
              + "”, for which "
              + type.shown()
              + " has no place");
    }
    check(out, from);
  }

  private String unlisted(Obj fields) {
    return fields.fields().keySet().stream()
        .filter(name -> type.fields().stream().noneMatch(field -> field.name().equals(name)))
        .findFirst()
        .orElseThrow();
  }

  private int put(TextPage out, int at, RecordType.Mark mark) {
    gap(out, at, mark.at());
    out.append(mark.text());
    return Math.max(at, end(mark));
  }

  /** Blanks up to a position; one may take several bytes. */
  private void gap(TextPage out, int at, int wanted) {
    if (wanted > at) {
      out.repeat(' ', (wanted - at) / cut.width(" "));
    }
  }

  private void append(TextPage out, FixedField field, Object value) throws FieldText.Fault {
    RecordType.Mark mark = type.mark();
    boolean absent = value == Absent.ABSENT || value == Null.NULL;
    if (absent && field == marked && mark != null) {
      layout.fill(out, field, mark.at() - field.at());
      out.append(mark.text());
      layout.fill(out, field, field.end() - end(mark));
      return;
    }
    try {
      layout.append(out, field, value);
    } catch (FieldText.Fault e) {
      throw new FieldText.Fault("the field " + field.name() + " " + e.getMessage());
    }
  }

  /** A line that is read as another kind, or as none, would be lost. */
  private void check(TextPage out, int from) throws FieldText.Fault {
    RecordType.Mark mark = type.mark();
    if (mark != null) {
      cut.take(out.chars(), from, out.length() - from);
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
