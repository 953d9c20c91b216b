package fieldloom.payload.edi;

import fieldloom.model.EdiSchema;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The library by itself, with all the checks that it has. */
final class BareStaedi {
  private BareStaedi() {}

  /** What it finds wrong with an interchange whose messages are of a schema. */
  static List<String> faults(byte[] interchange, String charset, String schemaName)
      throws Exception {
    EdiSchema own = EdiFiles.schema(schemaName).edi();
    if (own == null) {
      throw new AssertionError(schemaName + " is no EDI schema");
    }
    Schema schema =
        SchemaFactory.newFactory()
            .createSchema(new ByteArrayInputStream(own.xml().getBytes(StandardCharsets.UTF_8)));
    List<String> faults = new ArrayList<>();
    int messages = 0;
    EDIStreamReader reader =
        EDIInputFactory.newFactory()
            .createEDIStreamReader(new ByteArrayInputStream(interchange), charset);
    while (reader.hasNext()) {
      EDIStreamEvent event = reader.next();
      if (event == EDIStreamEvent.START_TRANSACTION) {
        reader.setTransactionSchema(schema);
        messages++;
      } else if (event.isError()) {
        faults.add(reader.getErrorType() + " " + reader.getText() + " " + reader.getLocation());
      }
    }
    if (messages == 0) {
      faults.add("no message");
    }
    return faults;
  }
}
