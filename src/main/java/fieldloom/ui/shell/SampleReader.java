package fieldloom.ui.shell;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Resources;
import fieldloom.model.SchemaTree;
import fieldloom.pack.Project;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SampleException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the records of a sample and of what its test case reads beside it. */
public final class SampleReader {
  /** A sample is for looking at; more records would only cost memory. */
  private static final int RECORDS = 200;

  private final Mapping mapping;
  private final Map<String, SchemaTree> schemas;
  private final Resources resources;

  /**
   * @param resources files of the mapping, as its test cases name them
   */
  public SampleReader(Project project) {
    this(project.mapping(), project.schemas(), project.resources());
  }

  /**
   * @param schemas of the sources by name
   * @param resources files of the mapping, as its test cases name them
   */
  SampleReader(Mapping mapping, Map<String, SchemaTree> schemas, Resources resources) {
    this.mapping = mapping;
    this.schemas = schemas;
    this.resources = resources;
  }

  /**
   * Reads a sample of the driving source. The other sources are read from the test case that reads
   * this sample, else from the first that names them.
   *
   * @param name what people pick the sample by
   * @param file its name beside the mapping
   */
  public Sample read(String name, String file) throws SampleException {
    Document driver = mapping.driver();
    Map<String, List<Object>> records = new LinkedHashMap<>();
    records.put(driver.name(), records(driver, file));
    for (Document source : mapping.sources()) {
      String other = source == driver ? null : beside(source.name(), driver.name(), file);
      if (other != null) {
        records.put(source.name(), records(source, other));
      }
    }
    return new Sample(name, records);
  }

  /** The first test case's sample; null where there are no test cases. */
  public @Nullable Sample first() throws SampleException {
    for (Mapping.TestCase test : mapping.tests()) {
      String file = test.in().get(mapping.driver().name());
      if (file != null) {
        return read(file, file);
      }
    }
    return null;
  }

  private @Nullable String beside(String source, String driver, String file) {
    String any = null;
    for (Mapping.TestCase test : mapping.tests()) {
      String other = test.in().get(source);
      if (other != null && file.equals(test.in().get(driver))) {
        return other;
      }
      any = any == null ? other : any;
    }
    return any;
  }

  private List<Object> records(Document source, String file) throws SampleException {
    SchemaTree schema = schemas.getOrDefault(source.name(), SchemaTree.unknown(source.name()));
    List<Object> records = new ArrayList<>();
    try (InputStream in = resources.open(file);
        RecordReader reader =
            PayloadFormats.reader(
                in,
                new PayloadSpec(source.name(), format(source, file), source.options(), schema))) {
      RecordReader.InputRecord record = reader.next();
      while (record != null && records.size() < RECORDS) {
        records.add(record.value());
        record = reader.next();
      }
      return records;
    } catch (BadRecordException | IOException e) {
      throw new SampleException("The sample " + file + " cannot be shown: " + e.getMessage());
    }
  }

  /** JSON and NDJSON samples may stand for each other; the file's ending tells. */
  private static String format(Document source, String file) {
    boolean lines = file.endsWith(".ndjson") || file.endsWith(".jsonl");
    return switch (source.format()) {
      case "json" -> lines ? "ndjson" : "json";
      case "ndjson" -> lines ? "ndjson" : "json";
      default -> source.format();
    };
  }
}
