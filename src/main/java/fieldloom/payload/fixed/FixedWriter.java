package fieldloom.payload.fixed;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.UnwritableRecordException;
import fieldloom.payload.text.CellText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/** Writes a line a record, or a header with the lines it owns. */
final class FixedWriter implements RecordWriter {
  private final String owner;
  private final FixedOptions options;
  private final List<LineLayout> layouts = new ArrayList<>();
  private final CharsetEncoder encoder;
  private final Writer out;
  private final StringBuilder lines = new StringBuilder();
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
    this.encoder = options.encoding().newEncoder();
    CharsetEncoder strict =
        options
            .encoding()
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.out = new BufferedWriter(new OutputStreamWriter(stream, strict), 1 << 16);
  }

  /** Writes all lines of the record or, where that cannot be, none. */
  @Override
  public void write(Object value) throws IOException {
    records++;
    if (!(value instanceof Obj record)) {
      throw unwritable(" is no object, and a line can hold nothing else.");
    }
    lines.setLength(0);
    if (options.nested()) {
      nested(record);
    } else {
      line(layouts.getFirst(), record);
    }
    if (lines.isEmpty()) {
      throw unwritable(
          " has none of the records of the options, so that there is no line to write.");
    }
    if (!begun && lines.charAt(0) == '\uFEFF') {
      throw unwritable(" starts with a byte order mark, which would be taken for the file's.");
    }
    if (!CellText.isAscii(lines) && !encoder.canEncode(lines)) {
      throw unwritable(
          " has a character that "
              + options.encoding().name()
              + " cannot write; choose the encoding UTF-8 or GB18030, or replace it.");
    }
    begun = true;
    out.append(lines);
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
    for (String name : fields.fields().keySet()) {
      if (!layout.has(name)) {
        throw unwritable(
            " has the field “" + name + "”, for which " + layout.type().shown() + " has no place.");
      }
    }
    try {
      layout.append(lines, fields);
    } catch (FieldText.Fault e) {
      String kind = layout.type().name();
      throw unwritable(
          (kind.isEmpty() ? "" : " (" + kind + ")")
              + " cannot be written: "
              + e.getMessage()
              + ".");
    }
    lines.append(options.lineEnd());
  }

  private UnwritableRecordException unwritable(String what) {
    return new UnwritableRecordException("Record " + records + " of " + owner + what);
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
