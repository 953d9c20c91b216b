package fieldloom.payload.xml;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.RecordReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Of a document whose first bytes are wrong: one bad record. */
final class FaultReader implements RecordReader {
  private final InputStream in;
  private final boolean whole;
  private @Nullable XmlFault fault;

  FaultReader(InputStream in, XmlFault fault, boolean whole) {
    this.in = in;
    this.fault = fault;
    this.whole = whole;
  }

  @Override
  public @Nullable InputRecord next() throws BadRecordException {
    XmlFault untold = fault;
    if (untold == null) {
      return null;
    }
    fault = null;
    throw untold.ofRecord(true);
  }

  @Override
  public boolean singleRoot() {
    return whole;
  }

  @Override
  public void onWarning(Consumer<String> listener) {
    // There is nothing to tell.
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
