package fieldloom.payload.edi;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Obj;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.RecordReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of interchanges that serve as a sample. */
public final class EdiSample {
  private static final int MOST = 1_000;

  private EdiSample() {}

  /**
   * Reads the first thousand messages; without a schema, so that segments and loops are lists.
   * Wrong counts and control numbers are passed over, as people shorten samples.
   *
   * @param label what the file is called in messages
   * @throws IOException where no message can be read: one sentence
   */
  public static List<Obj> records(String label, InputStream content, @Nullable JsonNode options)
      throws IOException {
    PayloadSpec spec = new PayloadSpec(label, "edi", options, SchemaTree.unknown(label));
    List<Obj> records = new ArrayList<>();
    String fault = null;
    try (EdiReader reader = EdiFormat.open(content, spec)) {
      reader.passOver(ReadCodes.CONTROL_MISMATCH);
      boolean more = true;
      while (more && records.size() < MOST) {
        try {
          RecordReader.InputRecord record = reader.next();
          more = record != null;
          if (record != null && record.value() instanceof Obj value) {
            records.add(value);
          }
        } catch (BadRecordException e) {
          fault = fault == null ? String.valueOf(e.getMessage()) : fault;
        }
      }
    }
    if (records.isEmpty()) {
      throw new IOException(
          "The sample "
              + label
              + (fault == null
                  ? " has no message; one at least is needed."
                  : " cannot be read: "
                      + Character.toLowerCase(fault.charAt(0))
                      + fault.substring(1)));
    }
    return records;
  }
}
