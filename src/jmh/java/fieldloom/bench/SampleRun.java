package fieldloom.bench;

import fieldloom.engine.Compilation;
import fieldloom.engine.CompiledMapping;
import fieldloom.engine.MappingCompiler;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Resources;
import fieldloom.model.SchemaTree;
import fieldloom.model.Table;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.TableRows;
import fieldloom.sample.OrderGenerator;
import fieldloom.schema.SchemaLoader;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sample mapping, compiled, from NDJSON to NDJSON in memory, as a run does it on one thread.
 */
final class SampleRun {
  private static final String MAPPING = "crm-order-to-erp-sales-order.flmap";
  private static final Resources SAMPLE = SampleRun::open;

  private final CompiledMapping compiled;
  private final String target;
  private final PayloadFormat inFormat;
  private final PayloadSpec inSpec;
  private final PayloadFormat outFormat;
  private final PayloadSpec outSpec;

  private SampleRun(Mapping mapping, Map<String, SchemaTree> schemas, CompiledMapping compiled)
      throws IOException {
    this.compiled = compiled;
    this.target = mapping.mainTarget().name();
    this.inFormat = PayloadFormats.of(mapping.driver().format());
    this.inSpec = spec(mapping.driver(), schemas);
    this.outFormat = PayloadFormats.of(mapping.mainTarget().format());
    this.outSpec = spec(mapping.mainTarget(), schemas);
  }

  /** Orders without a fault as NDJSON; the same each time. */
  static byte[] orders(int count) throws IOException {
    OrderGenerator generator = new OrderGenerator(OrderGenerator.SEED, 0);
    StringBuilder text = new StringBuilder();
    for (int number = 1; number <= count; number++) {
      text.append(generator.order(number)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Compiles the sample mapping. */
  static SampleRun compile() throws IOException {
    Mapping mapping;
    try {
      mapping = MappingFile.read(SAMPLE.read(MAPPING), MAPPING);
    } catch (PackException e) {
      throw new IOException(e.getMessage(), e);
    }
    SchemaLoader.Loaded loaded = SchemaLoader.load(mapping, SAMPLE);
    Map<String, List<List<Object>>> tables = new HashMap<>();
    for (Table table : mapping.tables()) {
      if (table.from() != null) {
        tables.put(table.name(), rows(table.from().path("csv").asText()));
      }
    }
    Compilation compilation = MappingCompiler.compile(mapping, loaded.schemas(), tables);
    if (compilation.hasErrors()) {
      throw new IllegalStateException(String.valueOf(compilation.firstError()));
    }
    return new SampleRun(mapping, loaded.schemas(), compilation.mapping());
  }

  /** The peer, with the sample's table of customers. */
  static StreamingPeer streaming() throws IOException {
    Map<String, String> customers = new HashMap<>();
    for (List<Object> row : rows("tables/customers.csv")) {
      customers.put(row.get(0).toString(), row.get(1).toString());
    }
    return new StreamingPeer(customers, "100");
  }

  /** Writes the bill of each order, a line each. */
  void run(byte[] orders, OutputStream bills) throws IOException {
    CompiledMapping.Run run = compiled.start(RunSettings.DEFAULT);
    try (RecordReader reader = inFormat.reader(new ByteArrayInputStream(orders), inSpec);
        RecordWriter writer = outFormat.writer(bills, outSpec, false)) {
      long number = 0;
      for (var order = reader.next(); order != null; order = reader.next()) {
        Outcome outcome = run.map(order.value(), ++number);
        if (outcome.failed()) {
          throw new IllegalStateException(outcome.failures().toString());
        }
        for (Object bill : outcome.outputs().getOrDefault(target, List.of())) {
          writer.write(bill);
        }
      }
      writer.finish();
    } catch (BadRecordException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static List<List<Object>> rows(String file) throws IOException {
    return TableRows.csv(SAMPLE.read(file), null, file).rows();
  }

  private static PayloadSpec spec(Document document, Map<String, SchemaTree> schemas) {
    SchemaTree schema = schemas.get(document.name());
    if (schema == null) {
      throw new IllegalStateException(document.name() + " has no schema");
    }
    return new PayloadSpec(document.name(), document.format(), document.options(), schema);
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = SampleRun.class.getResourceAsStream("/assets/sample/" + name);
    if (in == null) {
      throw new FileNotFoundException("The sample has no file " + name + ".");
    }
    return in;
  }
}
