package fieldloom.payload.fixed;

import fieldloom.model.value.Obj;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.RecordReader;
import fieldloom.payload.text.StrictReader;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a record a line. */
final class FixedReader implements RecordReader {
  private final StrictReader source;
  private final FixedLines lines;
  private final boolean nested;

  FixedReader(StrictReader source, FixedLines lines, boolean nested) {
    this.source = source;
    this.lines = lines;
    this.nested = nested;
  }

  @Override
  public @Nullable InputRecord next() throws IOException, BadRecordException {
    if (!lines.next()) {
      return null;
    }
    Obj fields = lines.fields();
    RecordType type = lines.type();
    Obj record = nested && type != null ? new Obj().put(type.name(), fields) : fields;
    return new InputRecord(record, lines.number());
  }

  @Override
  public boolean singleRoot() {
    return false;
  }

  @Override
  public void onWarning(Consumer<String> listener) {}

  @Override
  public void close() throws IOException {
    source.close();
  }
}
