package fieldloom.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Jackson's streaming parser and generator. */
final class JsonPeer implements FormatCase.Peer {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final boolean array;

  /**
   * @param array whether the records stand in an array; else a line each
   */
  JsonPeer(boolean array) {
    this.array = array;
  }

  @Override
  public byte[] data(int records) throws IOException {
    byte[] lines = SampleRun.orders(records);
    if (!array) {
      return lines;
    }
    String text = new String(lines, StandardCharsets.UTF_8).strip().replace("\n", ",\n");
    return ("[" + text + "]").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String options() {
    return "{}";
  }

  @Override
  public long read(byte[] data) throws IOException {
    long seen = 0;
    try (JsonParser parser = FACTORY.createParser(data)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          seen += parser.currentName().length();
        } else if (token.isScalarValue()) {
          seen += parser.getText().length();
        }
      }
    }
    return seen;
  }

  @Override
  public long characters(List<Object> records) {
    return Characters.ofAll(records);
  }

  @Override
  public void write(List<Object> records, OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.setRootValueSeparator(null);
      if (array) {
        json.writeStartArray();
      }
      for (Object record : records) {
        write(record, json);
        if (!array) {
          json.writeRaw('\n');
        }
      }
      if (array) {
        json.writeEndArray();
      }
    }
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    switch (value) {
      case Obj object -> {
        json.writeStartObject();
        for (int i = 0; i < object.size(); i++) {
          json.writeFieldName(object.name(i));
          write(object.value(i), json);
        }
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        for (Object item : list) {
          write(item, json);
        }
        json.writeEndArray();
      }
      case Num number -> json.writeNumber(number.text());
      case Boolean truth -> json.writeBoolean(truth);
      case Null none -> json.writeNull();
      default -> json.writeString(value.toString());
    }
  }
}
