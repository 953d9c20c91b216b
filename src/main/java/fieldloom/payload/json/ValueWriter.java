package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonGenerator;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.text.IsoText;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.List;

/** Writes a record's values with a generator; numbers as the text they have. */
final class ValueWriter {
  private ValueWriter() {}

  /** The kinds that fill records are asked for first: this runs for every value written. */
  static void write(JsonGenerator out, Object value) throws IOException {
    if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Num number) {
      out.writeNumber(number.text());
    } else if (value instanceof Obj object) {
      out.writeStartObject();
      for (int i = 0; i < object.size(); i++) {
        out.writeFieldName(object.name(i));
        write(out, object.value(i));
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object item : list) {
        write(out, item);
      }
      out.writeEndArray();
    } else {
      writeRare(out, value);
    }
  }

  private static void writeRare(JsonGenerator out, Object value) throws IOException {
    switch (value) {
      case Boolean flag -> out.writeBoolean(flag);
      case Null nothing -> out.writeNull();
      case Temporal time -> out.writeString(IsoText.of(time));
      case Binary bytes -> out.writeString(bytes.base64());
      default ->
          throw new IllegalStateException("no value of a record: " + value.getClass().getName());
    }
  }
}
