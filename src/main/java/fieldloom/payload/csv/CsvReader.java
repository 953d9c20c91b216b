package fieldloom.payload.csv;

import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.RecordReader;
import fieldloom.payload.text.StrictReader;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a record a row; every value is text, for the engine to coerce by the schema. */
final class CsvReader implements RecordReader {
  private final PayloadSpec spec;
  private final CsvOptions options;
  private final StrictReader source;
  private final CsvTokenizer rows;
  private Consumer<String> warnings = text -> {};
  private List<String> names = List.of();
  private boolean[] texts = new boolean[0];
  private boolean begun;
  private boolean ended;

  CsvReader(PayloadSpec spec, CsvOptions options, StrictReader source) {
    this.spec = spec;
    this.options = options;
    this.source = source;
    this.rows = new CsvTokenizer(source, options);
  }

  @Override
  public @Nullable InputRecord next() throws IOException, BadRecordException {
    if (!begun) {
      begun = true;
      begin();
    }
    if (ended) {
      return null;
    }
    try {
      if (!rows.next()) {
        ended = true;
        return null;
      }
    } catch (BadRecordException e) {
      ended = e.last();
      throw e;
    }
    int count = rows.count();
    if (count != names.size()) {
      String what =
          "Line %d has %s, but %s %d."
              .formatted(
                  rows.line(),
                  count == 1 ? "1 column" : count + " columns",
                  options.header() ? "the header has" : "the schema lists",
                  names.size());
      throw rows.bad(ReadCodes.COLUMN_COUNT, what, false);
    }
    Obj record = new Obj();
    for (int i = 0; i < count; i++) {
      Object value = value(i);
      if (value != Absent.ABSENT) {
        record.add(names.get(i), value);
      }
    }
    return new InputRecord(record, rows.line());
  }

  private Object value(int column) {
    if (!rows.isEmpty(column)) {
      return rows.text(column);
    }
    if (texts[column] && rows.quoted(column)) {
      return "";
    }
    return switch (options.emptyIs()) {
      case ABSENT -> Absent.ABSENT;
      case NULL -> Null.NULL;
      case TEXT -> texts[column] ? "" : Absent.ABSENT;
    };
  }

  private void begin() throws IOException {
    names = options.header() ? header() : columns();
    texts = new boolean[names.size()];
    for (int i = 0; i < texts.length; i++) {
      SchemaNode field = spec.schema().root().child(names.get(i));
      texts[i] =
          field == null
              || switch (field.type()) {
                case STRING, ANY -> true;
                case INTEGER, DECIMAL, BOOLEAN, DATE, TIME, DATETIME, BINARY, OBJECT, ARRAY ->
                    false;
              };
    }
  }

  private List<String> header() throws IOException {
    try {
      if (!rows.next()) {
        ended = true;
        return List.of();
      }
    } catch (BadRecordException e) {
      throw CsvHeader.unreadable("The header of " + spec.name(), e);
    }
    if (rows.count() > CsvTokenizer.MAX_COLUMNS) {
      throw new IOException(
          "The header of " + spec.name() + " has more than 100,000 columns; so many are not read.");
    }
    return CsvHeader.read(rows, spec.name(), warnings);
  }

  private List<String> columns() throws FormatException {
    List<String> listed = spec.schema().root().children().stream().map(SchemaNode::name).toList();
    if (listed.isEmpty()) {
      throw new FormatException(
          "The option header of "
              + spec.name()
              + " is false, so its schema must list the columns in order; give it a schema.");
    }
    return listed;
  }

  @Override
  public boolean singleRoot() {
    return false;
  }

  @Override
  public void onWarning(Consumer<String> listener) {
    warnings = listener;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
