package fieldloom.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import fieldloom.model.RecordError;
import fieldloom.pack.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The errors of a run as NDJSON, a line for each bad record. */
final class ErrorsFile {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

  private final Path path;
  private final AtomicFile file;
  private final JsonGenerator out;

  private ErrorsFile(Path path, AtomicFile file) throws IOException {
    this.path = path;
    this.file = file;
    this.out = JSON.createGenerator(new BufferedOutputStream(file.stream(), 65_536));
    this.out.setRootValueSeparator(null);
  }

  static ErrorsFile begin(Path path) throws IOException {
    return new ErrorsFile(path, AtomicFile.begin(path));
  }

  void write(RecordError error) throws RunFailedException {
    try {
      out.writeStartObject();
      out.writeNumberField("record", error.record());
      out.writeStringField("at", error.at());
      text("target", error.target());
      text("formula", error.formula());
      out.writeStringField("code", error.code());
      out.writeStringField("message", error.message());
      out.writeFieldName("input");
      // It is JSON already.
      out.writeRawValue(error.input() == null ? "null" : error.input());
      out.writeEndObject();
      out.writeRaw('\n');
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void text(String name, @Nullable String value) throws IOException {
    if (value == null) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, value);
    }
  }

  /** Ends the file and moves it to its place. */
  void commit() throws RunFailedException {
    try {
      out.close();
      file.sync();
      file.commit();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private RunFailedException failed(IOException e) {
    return new RunFailedException(
        "The errors file " + path + " cannot be written: " + FileReasons.of(e) + ".", e);
  }

  /** Removes the file, where it has not been committed. */
  void discard() {
    try {
      file.close();
    } catch (IOException e) {
      // The run has its reason to end already; a file left over beside the place is none of its.
      return;
    }
  }
}
