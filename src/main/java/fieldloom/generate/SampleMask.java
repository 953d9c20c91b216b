package fieldloom.generate;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A sample whose personal data is to be masked before it is kept. Not thread-safe. */
public final class SampleMask {
  private final PayloadSpec spec;
  private final boolean single;
  private final List<Object> records;
  private final Masking masking;
  private final List<Masking.Found> found;

  private SampleMask(PayloadSpec spec, boolean single, List<Object> records) {
    this.spec = spec;
    this.single = single;
    this.records = records;
    this.masking = new Masking(spec.schema(), new Masker());
    this.found = masking.find(records);
  }

  /**
   * Reads a sample and looks for personal data.
   *
   * @param spec of its source
   * @throws FormatException where the sample is none of the source's format
   * @throws BadRecordException where a record cannot be read
   */
  public static SampleMask read(PayloadSpec spec, byte[] content)
      throws IOException, BadRecordException {
    List<Object> records = new ArrayList<>();
    try (RecordReader reader = PayloadFormats.reader(new ByteArrayInputStream(content), spec)) {
      for (RecordReader.InputRecord record = reader.next();
          record != null;
          record = reader.next()) {
        records.add(record.value());
      }
      return new SampleMask(spec, reader.singleRoot(), records);
    }
  }

  /** The fields that hold personal data, in the order in which they come. */
  public List<Masking.Found> found() {
    return found;
  }

  /**
   * The sample with personal data replaced, in the format that it came in.
   *
   * @param paths of the fields in which it is replaced
   * @throws IOException where the format cannot be written again; one sentence
   */
  public byte[] masked(Set<String> paths) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordWriter writer = PayloadFormats.of(spec.format()).writer(out, spec, single)) {
      for (Object record : records) {
        writer.write(masking.masked(record, paths));
      }
      writer.finish();
    }
    return out.toByteArray();
  }
}
