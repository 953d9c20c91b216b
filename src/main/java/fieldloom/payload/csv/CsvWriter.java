package fieldloom.payload.csv;

import fieldloom.model.SchemaNode;
import fieldloom.model.value.Obj;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.UnwritableRecordException;
import fieldloom.payload.text.CellText;
import fieldloom.payload.text.FormulaText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a row a record: the schema's columns, then what the first record has beyond them. */
final class CsvWriter implements RecordWriter {
  private final PayloadSpec spec;
  private final CsvOptions options;
  private final CsvCells cells;
  private final CharsetEncoder encoder;
  private final Writer out;
  private final StringBuilder row = new StringBuilder();
  private final List<String> columns = new ArrayList<>();
  private Set<String> known = Set.of();
  private long records;
  private boolean begun;

  CsvWriter(OutputStream stream, PayloadSpec spec, CsvOptions options) {
    this.spec = spec;
    this.options = options;
    this.cells = new CsvCells(options);
    this.encoder = options.encoding().newEncoder();
    CharsetEncoder strict =
        options
            .encoding()
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.out = new BufferedWriter(new OutputStreamWriter(stream, strict), 1 << 16);
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
    for (String name : record.fields().keySet()) {
      if (!known.contains(name)) {
        throw unwritable(
            " has the field “"
                + name
                + "”, for which the CSV has no column; add it to the schema.");
      }
    }
    row.setLength(0);
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        row.append(options.delimiter());
      }
      String text = text(columns.get(i), record.get(columns.get(i)));
      if (text != null) {
        cells.append(row, text);
      }
    }
    out.append(row.append(options.lineEnd()));
  }

  private @Nullable String text(String column, Object value) throws UnwritableRecordException {
    String nested = CellText.nested(value);
    if (nested != null) {
      throw unwritable(
          " has "
              + nested
              + " in the field “"
              + column
              + "”, and a CSV has one value a column; map its parts to columns.");
    }
    String text = CellText.of(value);
    if (options.neutralise() && value instanceof String) {
      text = FormulaText.neutral(text);
    }
    if (text != null && !CellText.isAscii(text) && !encoder.canEncode(text)) {
      throw unwritable(
          " has a character in the field “"
              + column
              + "” that "
              + options.encoding().name()
              + " cannot write; choose the encoding UTF-8 or replace it.");
    }
    return text;
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
    known = new HashSet<>(columns);
    if (!options.header() || columns.isEmpty()) {
      return;
    }
    row.setLength(0);
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        row.append(options.delimiter());
      }
      cells.append(row, columns.get(i));
    }
    if (!encoder.canEncode(row)) {
      throw new IOException(
          "The names of the columns of "
              + spec.name()
              + " have a character that "
              + options.encoding().name()
              + " cannot write; choose the encoding UTF-8.");
    }
    out.append(row.append(options.lineEnd()));
  }

  private UnwritableRecordException unwritable(String what) {
    return new UnwritableRecordException("Record " + records + " of " + spec.name() + what);
  }

  @Override
  public void finish() throws IOException {
    if (!begun) {
      begin(null);
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
