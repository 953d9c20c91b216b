package fieldloom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.model.SchemaTree;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A format with data of it, and the bare library that reads and writes it. */
enum FormatCase {
  JSON("json", new JsonPeer(true)),
  NDJSON("ndjson", new JsonPeer(false)),
  CSV("csv", new CsvPeer()),
  XML("xml", new XmlPeer()),
  XML_WITH_SCHEMA("xml with xsd", new XmlPeer()),
  FIXED("fixed", new FixedPeer()),
  XLSX("xlsx", new XlsxPeer()),
  EDI("edi", new EdiPeer());

  private final String format;
  private final Peer peer;
  private @Nullable PayloadSpec spec;

  FormatCase(String format, Peer peer) {
    this.format = format;
    this.peer = peer;
  }

  /** A bare parser and writer. */
  interface Peer {
    /** Data of so many records; the same each time. */
    byte[] data(int records) throws IOException;

    /** Options with which the data is read; "{}" where there are none. */
    String options();

    /** Goes over all of it, taking the text of every value; returns how many characters it saw. */
    long read(byte[] data) throws IOException;

    /** How many characters it must have seen in data that holds these records. */
    long characters(List<Object> records);

    /** Writes the records. */
    void write(List<Object> records, OutputStream out) throws IOException;
  }

  String format() {
    return format;
  }

  static FormatCase of(String name) {
    for (FormatCase one : values()) {
      if (one.format.equals(name)) {
        return one;
      }
    }
    throw new IllegalArgumentException(name);
  }

  byte[] data(int records) throws IOException {
    return peer.data(records);
  }

  /** All records. */
  List<Object> read(byte[] data) throws IOException, BadRecordException {
    List<Object> all = new ArrayList<>();
    try (RecordReader reader = reader(data)) {
      for (var record = reader.next(); record != null; record = reader.next()) {
        all.add(record.value());
      }
    }
    return all;
  }

  /** Reads one record after the other, as a run does; returns the last. */
  Object readEach(byte[] data) throws IOException, BadRecordException {
    Object last = "";
    try (RecordReader reader = reader(data)) {
      for (var record = reader.next(); record != null; record = reader.next()) {
        last = record.value();
      }
    }
    return last;
  }

  private RecordReader reader(byte[] data) throws IOException {
    return payload().reader(new ByteArrayInputStream(data), spec());
  }

  void write(List<Object> records, OutputStream out) throws IOException {
    try (RecordWriter writer = payload().writer(out, spec(), false)) {
      for (Object record : records) {
        writer.write(record);
      }
      writer.finish();
    }
  }

  long readBare(byte[] data) throws IOException {
    return peer.read(data);
  }

  /** Whether the bare parser sees what the records hold. */
  boolean readsBare(byte[] data, List<Object> records) throws IOException {
    return peer.read(data) == peer.characters(records);
  }

  void writeBare(List<Object> records, OutputStream out) throws IOException {
    peer.write(records, out);
  }

  private PayloadFormat payload() throws IOException {
    return PayloadFormats.of(payloadName());
  }

  /** Read once, as a run does. */
  private PayloadSpec spec() throws IOException {
    PayloadSpec known = spec;
    if (known == null) {
      JsonNode options = JsonMapper.builder().build().readTree(peer.options());
      known = new PayloadSpec("orders", payloadName(), options, schema(options));
      spec = known;
    }
    return known;
  }

  private String payloadName() {
    return this == XML_WITH_SCHEMA ? XML.format : format;
  }

  private SchemaTree schema(JsonNode options) throws IOException {
    return switch (this) {
      case CSV -> schema("orders.csv", CsvPeer.HEADER, options);
      case XML_WITH_SCHEMA -> schema("orders.xsd", XmlPeer.SCHEMA, options);
      default -> SchemaTree.unknown("orders");
    };
  }

  private static SchemaTree schema(String fileName, String text, JsonNode options)
      throws IOException {
    try {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      return SchemaReaders.read(SchemaFile.of(fileName, content).withOptions(options), null);
    } catch (SchemaException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
