package fieldloom.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import fieldloom.model.value.Obj;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Jackson's CSV parser and generator. */
final class CsvPeer implements FormatCase.Peer {
  /** The columns, as the first row names them. */
  static final String HEADER = "no,item,name,unit,due,qty,price,tax,city,note\n";

  private static final CsvFactory FACTORY = new CsvFactory();
  private static final String[] NAMES = HEADER.strip().split(",");

  @Override
  public byte[] data(int records) {
    Random random = new Random(20261128);
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 1; i <= records; i++) {
      text.append("SO-2026-").append(100000 + i).append(",A100-");
      text.append(random.nextInt(1000)).append(",直线推杆 ").append(random.nextInt(100));
      text.append(",Pcs,2026-11-").append(10 + random.nextInt(20)).append(',');
      text.append(1 + random.nextInt(500)).append(',');
      text.append(random.nextInt(100_000) / 100.0).append(",0.13,苏州,");
      text.append(i % 5 == 0 ? "\"fragile, \"\"this side up\"\"\"" : "none").append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String options() {
    return "{}";
  }

  @Override
  public long read(byte[] data) throws IOException {
    long seen = 0;
    try (JsonParser parser = FACTORY.createParser(data)) {
      parser.setSchema(CsvSchema.emptySchema());
      parser.enable(com.fasterxml.jackson.core.JsonParser.Feature.AUTO_CLOSE_SOURCE);
      ((CsvParser) parser).enable(CsvParser.Feature.WRAP_AS_ARRAY);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          seen += parser.getText().length();
        }
      }
    }
    return seen;
  }

  @Override
  public long characters(List<Object> records) {
    return Characters.ofValues(records) + String.join("", NAMES).length();
  }

  @Override
  public void write(List<Object> records, OutputStream out) throws IOException {
    CsvSchema.Builder schema = CsvSchema.builder();
    for (String name : NAMES) {
      schema.addColumn(name);
    }
    try (JsonGenerator csv = FACTORY.createGenerator(out)) {
      csv.setSchema(schema.build().withHeader());
      for (Object record : records) {
        Obj row = (Obj) record;
        csv.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
          csv.writeStringField(row.name(i), row.value(i).toString());
        }
        csv.writeEndObject();
      }
    }
  }
}
