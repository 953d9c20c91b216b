package fieldloom.payload.csv;

import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.text.IsoText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes a row a record: the schema's columns, then what the first record has beyond them. */
final class CsvWriter implements RecordWriter {
  private final PayloadSpec spec;
  private final CsvOptions options;
  private final CharsetEncoder encoder;
  private final Writer out;
  private final List<String> columns = new ArrayList<>();
  private Set<String> known = Set.of();
  private long records;
  private boolean begun;

  CsvWriter(OutputStream stream, PayloadSpec spec, CsvOptions options) {
    this.spec = spec;
    this.options = options;
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

  @Override
  public void write(Object value) throws IOException {
    records++;
    if (!(value instanceof Obj record)) {
      throw new IOException(
          "Record "
              + records
              + " of "
              + spec.name()
              + " is no object, and a CSV row can hold nothing else.");
    }
    if (!begun) {
      for (String name : record.fields().keySet()) {
        if (!columns.contains(name)) {
          columns.add(name);
        }
      }
      begin();
    }
    checkFields(record);
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        out.write(options.delimiter());
      }
      field(columns.get(i), record.get(columns.get(i)));
    }
    out.write(options.lineEnd());
  }

  /** A field that no column can take must not vanish. */
  private void checkFields(Obj record) throws IOException {
    for (String name : record.fields().keySet()) {
      if (!known.contains(name)) {
        throw new IOException(
            "Record "
                + records
                + " of "
                + spec.name()
                + " has the field “"
                + name
                + "”, for which the CSV has no column; add it to the schema.");
      }
    }
  }

  private void begin() throws IOException {
    begun = true;
    known = new HashSet<>(columns);
    if (!options.header() || columns.isEmpty()) {
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        out.write(options.delimiter());
      }
      text(columns.get(i), columns.get(i));
    }
    out.write(options.lineEnd());
  }

  private void field(String column, Object value) throws IOException {
    switch (value) {
      case Absent nothing -> {}
      case Null nothing -> {}
      case String text -> text(column, text);
      case Num number -> text(column, number.text());
      case Boolean flag -> text(column, flag.toString());
      case Temporal time -> text(column, IsoText.of(time));
      case Binary bytes -> text(column, bytes.base64());
      case Obj nested -> throw nested(column, "an object");
      case List<?> nested -> throw nested(column, "a list");
      default ->
          throw new IllegalStateException("no value of a record: " + value.getClass().getName());
    }
  }

  private IOException nested(String column, String what) {
    return new IOException(
        "The field “"
            + column
            + "” in record "
            + records
            + " of "
            + spec.name()
            + " is "
            + what
            + ", and a CSV has one value a column; map its parts to columns.");
  }

  private void text(String column, String text) throws IOException {
    checkEncoding(column, text);
    if (!needsQuotes(text)) {
      out.write(text);
      return;
    }
    char quote = options.quote();
    out.write(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        out.write(quote);
      }
      out.write(c);
    }
    out.write(quote);
  }

  private boolean needsQuotes(String text) {
    if (text.isEmpty() || isEdge(text.charAt(0)) || isEdge(text.charAt(text.length() - 1))) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == options.delimiter() || c == options.quote() || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Blanks that a trimming reader would take away, and what could be taken for a mark. */
  private static boolean isEdge(char c) {
    return c <= ' ' || c == '\uFEFF' || c == '\u00A0' || c == '\u3000';
  }

  private void checkEncoding(String column, String text) throws IOException {
    if (!encoder.canEncode(text)) {
      throw new IOException(
          "The field “"
              + column
              + "” in record "
              + records
              + " of "
              + spec.name()
              + " has a character that "
              + options.encoding().name()
              + " cannot write; choose UTF-8 or replace it.");
    }
  }

  @Override
  public void finish() throws IOException {
    if (!begun) {
      begin();
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
