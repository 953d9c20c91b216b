package fieldloom.payload.csv;

import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.UnwritableRecordException;
import fieldloom.payload.text.CellText;
import fieldloom.payload.text.FormulaText;
import fieldloom.payload.text.TextPage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a row a record: the schema's columns, then what the first record has beyond them. */
final class CsvWriter implements RecordWriter {
  private final PayloadSpec spec;
  private final CsvOptions options;
  private final CsvCells cells;
  private final TextPage out;
  private final List<String> columns = new ArrayList<>();
  private long records;
  private boolean begun;

  CsvWriter(OutputStream stream, PayloadSpec spec, CsvOptions options) {
    this.spec = spec;
    this.options = options;
    this.out = new TextPage(stream, options.encoding());
    this.cells = new CsvCells(options, out);
    for (SchemaNode field : spec.schema().root().children()) {
      columns.add(field.name());
    }
  }

  /** Writes the whole row or, where that cannot be, nothing of it. */
  @Override
  public void write(Object value) throws IOException {
    records++;
    if (!(value instanceof Obj record)) {
      throw unwritable(" is no object, and a CSV row can hold nothing else.");
    }
    if (!begun) {
      begin(record);
    }
    int mark = out.length();
    boolean done = false;
    try {
      row(record);
      done = true;
    } finally {
      if (!done) {
        out.cut(mark);
      }
    }
    out.handOnFull();
  }

  private void row(Obj record) throws UnwritableRecordException {
    int taken = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        out.append(options.delimiter());
      }
      String column = columns.get(i);
      // Records mostly have their fields in the order of the columns.
      boolean next = taken < record.size() && record.name(taken).equals(column);
      Object value = next ? record.value(taken) : record.get(column);
      taken += value == Absent.ABSENT ? 0 : 1;
      String text = text(column, value);
      if (text != null) {
        int from = out.length();
        cells.append(text);
        encodable(column, from);
      }
    }
    if (taken < record.size()) {
      throw unlisted(record);
    }
    out.append(options.lineEnd());
  }

  private @Nullable String text(String column, Object value) throws UnwritableRecordException {
    if (value instanceof String text) {
      return options.neutralise() ? FormulaText.neutral(text) : text;
    }
    String nested = CellText.nested(value);
    if (nested != null) {
      throw unwritable(
          " has "
              + nested
              + " in the field “"
              + column
              + "”, and a CSV has one value a column; map its parts to columns.");
    }
    return CellText.of(value);
  }

  private void encodable(String column, int from) throws UnwritableRecordException {
    if (!out.canEncodeFrom(from)) {
      throw unwritable(
          " has a character in the field “"
              + column
              + "” that "
              + options.encoding().name()
              + " cannot write; choose the encoding UTF-8 or replace it.");
    }
  }

  private UnwritableRecordException unlisted(Obj record) {
    String name =
        record.fields().keySet().stream()
            .filter(one -> !columns.contains(one))
            .findFirst()
            .orElseThrow();
    return unwritable(
        " has the field “" + name + "”, for which the CSV has no column; add it to the schema.");
  }

  private void begin(@Nullable Obj first) throws IOException {
    if (first != null) {
      for (String name : first.fields().keySet()) {
        if (!columns.contains(name)) {
          columns.add(name);
        }
      }
    }
    begun = true;
    if (!options.header() || columns.isEmpty()) {
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        out.append(options.delimiter());
      }
      cells.append(columns.get(i));
    }
    if (!out.canEncodeFrom(0)) {
      throw new IOException(
          "The names of the columns of "
              + spec.name()
              + " have a character that "
              + options.encoding().name()
              + " cannot write; choose the encoding UTF-8.");
    }
    out.append(options.lineEnd());
  }

  private UnwritableRecordException unwritable(String what) {
    return new UnwritableRecordException("Record " + records + " of " + spec.name() + what);
  }

  @Override
  public void finish() throws IOException {
    if (!begun) {
      begin(null);
    }
    out.finish();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
