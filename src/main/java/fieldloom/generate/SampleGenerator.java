package fieldloom.generate;

import fieldloom.model.SchemaTree;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Makes records up from a schema: realistic by the names, titles and facets of its fields, and the
 * same ones for the same schema and order. Not thread-safe.
 */
public final class SampleGenerator {
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private final SampleOrder order;
  private final RecordMaker maker;

  public SampleGenerator(SchemaTree schema, SampleOrder order) {
    this.order = order;
    this.maker = new RecordMaker(schema);
  }

  /**
   * A record, made of {@link fieldloom.model.value} and {@code java.time} values.
   *
   * @param number from 1; each record depends on its number and the order only
   */
  public Object record(long number) {
    List<SampleKind> kinds = order.kinds();
    SampleKind kind = kinds.get((int) ((number - 1) % kinds.size()));
    Random random = new Random(order.seed() * MIX + number);
    return maker.record(kind, order.chinese(), number, random);
  }

  /** All records that were ordered. */
  public List<Object> records() {
    List<Object> records = new ArrayList<>();
    for (int i = 1; i <= order.count(); i++) {
      records.add(record(i));
    }
    return records;
  }

  /**
   * Writes records in the format of a source.
   *
   * @param spec of the source, with the schema of this generator
   * @param cancelled asked before each record; where it is true the rest is left out
   * @throws FormatException where samples of the format cannot be made, or the schema says nothing
   * @throws IOException where the format cannot hold a record, or the stream cannot be written
   */
  public static void write(
      PayloadSpec spec, SampleOrder order, OutputStream out, BooleanSupplier cancelled)
      throws IOException {
    if (spec.format().equals("edi")) {
      throw new FormatException(
          "Samples of EDI are not generated; choose an interchange that a partner has sent.");
    }
    if (spec.schema().isUnknown()) {
      throw new FormatException(
          "Nothing is known of the fields of "
              + spec.name()
              + ", so that no sample can be generated; give it a schema first.");
    }
    SampleGenerator generator = new SampleGenerator(spec.schema(), order);
    try (RecordWriter writer =
        PayloadFormats.of(spec.format()).writer(out, spec, order.count() == 1)) {
      for (int i = 1; i <= order.count() && !cancelled.getAsBoolean(); i++) {
        writer.write(generator.record(i));
      }
      writer.finish();
    }
  }

  /** The same in memory. */
  public static byte[] bytes(PayloadSpec spec, SampleOrder order) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(spec, order, out, () -> false);
    return out.toByteArray();
  }
}
