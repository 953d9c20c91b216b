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
import java.util.Map;

/** Writes a record's values with a generator; numbers as the text they have. */
final class ValueWriter {
  private ValueWriter() {}

  static void write(JsonGenerator out, Object value) throws IOException {
    switch (value) {
      case String text -> out.writeString(text);
      case Num number -> out.writeNumber(number.text());
      case Obj object -> {
        out.writeStartObject();
        for (Map.Entry<String, Object> field : object.fields().entrySet()) {
          out.writeFieldName(field.getKey());
          write(out, field.getValue());
        }
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        for (Object item : list) {
          write(out, item);
        }
        out.writeEndArray();
      }
      case Boolean flag -> out.writeBoolean(flag);
      case Null nothing -> out.writeNull();
      case Temporal time -> out.writeString(IsoText.of(time));
      case Binary bytes -> out.writeString(bytes.base64());
      default ->
          throw new IllegalStateException("no value of a record: " + value.getClass().getName());
    }
  }
}
