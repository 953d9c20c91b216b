package fieldloom.payload.fixed;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.UnwritableRecordException;
import fieldloom.payload.text.TextPage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes a line a record, or a header with the lines it owns. */
final class FixedWriter implements RecordWriter {
  private final String owner;
  private final FixedOptions options;
  private final List<LineLayout> layouts = new ArrayList<>();
  private final TextPage out;
  private long records;
  private boolean begun;

  FixedWriter(OutputStream stream, String owner, FixedOptions options, List<RecordType> types)
      throws FormatException {
    this.owner = owner;
    this.options = options;
    LineCut cut = new LineCut(options.unit(), options.encoding());
    for (RecordType type : types) {
      LineLayout layout = new LineLayout(owner, type, cut);
      layouts.add(options.isHeader(type) ? 0 : layouts.size(), layout);
    }
    this.out = new TextPage(stream, options.encoding());
  }

  /** Writes all lines of the record or, where that cannot be, none. */
  @Override
  public void write(Object value) throws IOException {
    records++;
    if (!(value instanceof Obj record)) {
      throw unwritable(" is no object, and a line can hold nothing else.");
    }
    int mark = out.length();
    boolean done = false;
    try {
      lines(record);
      check(mark);
      done = true;
    } finally {
      if (!done) {
        out.cut(mark);
      }
    }
    begun = true;
    out.handOnFull();
  }

  private void lines(Obj record) throws UnwritableRecordException {
    if (options.nested()) {
      nested(record);
    } else {
      line(layouts.getFirst(), record);
    }
  }

  private void check(int mark) throws UnwritableRecordException {
    if (out.length() == mark) {
      throw unwritable(
          " has none of the records of the options, so that there is no line to write.");
    }
    if (!begun && out.chars()[mark] == '\uFEFF') {
      throw unwritable(" starts with a byte order mark, which would be taken for the file's.");
    }
    if (!out.canEncodeFrom(mark)) {
      throw unwritable(
          " has a character that "
              + options.encoding().name()
              + " cannot write; choose the encoding UTF-8 or GB18030, or replace it.");
    }
  }

  private void nested(Obj record) throws UnwritableRecordException {
    for (String name : record.fields().keySet()) {
      if (layouts.stream().noneMatch(layout -> layout.type().name().equals(name))) {
        throw unwritable(" has “" + name + "”, which is none of the records of the options.");
      }
    }
    for (LineLayout layout : layouts) {
      String name = layout.type().name();
      Object value = record.get(name);
      boolean owned = options.header() != null && !options.isHeader(layout.type());
      if (value == Absent.ABSENT || value == Null.NULL) {
        if (options.isHeader(layout.type())) {
          throw unwritable(" has no “" + name + "”, and its lines need that header before them.");
        }
      } else if (owned && value instanceof List<?> items) {
        for (Object item : items) {
          line(layout, fields(name + "[]", item));
        }
      } else if (owned) {
        throw unwritable(" has no list in “" + name + "”, which holds the lines of a header.");
      } else {
        line(layout, fields(name, value));
      }
    }
  }

  private Obj fields(String name, Object value) throws UnwritableRecordException {
    return switch (value) {
      case Obj fields -> fields;
      case Null nothing -> new Obj();
      default -> throw unwritable(" has no object in “" + name + "”, which is a line of fields.");
    };
  }

  private void line(LineLayout layout, Obj fields) throws UnwritableRecordException {
    try {
      layout.append(out, fields);
    } catch (FieldText.Fault e) {
      String kind = layout.type().name();
      throw unwritable(
          (kind.isEmpty() ? "" : " (" + kind + ")")
              + " cannot be written: "
              + e.getMessage()
              + ".");
    }
    out.append(options.lineEnd());
  }

  private UnwritableRecordException unwritable(String what) {
    return new UnwritableRecordException("Record " + records + " of " + owner + what);
  }

  @Override
  public void finish() throws IOException {
    out.finish();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
