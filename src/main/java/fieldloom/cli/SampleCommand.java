package fieldloom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.generate.SampleGenerator;
import fieldloom.generate.SampleKind;
import fieldloom.generate.SampleOrder;
import fieldloom.job.UnusableException;
import fieldloom.model.SchemaTree;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.UnwritableRecordException;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaIntake;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sample}: makes a sample up from a schema. */
@Command(
    name = "sample",
    description = {
      "Makes a sample up from a schema: values that fit the names, titles",
      "and facets of its fields, the same ones for the same seed."
    })
final class SampleCommand implements Callable<Integer> {
  /** In which format the documents are that the schemas of a reader describe. */
  private static final Map<String, String> FORMATS =
      Map.of(
          "xsd", "xml", "xml", "xml", "csv", "csv", "xlsx", "xlsx", "fixed", "fixed", "ndjson",
          "ndjson");

  private final Terminal terminal;

  @Parameters(paramLabel = "SCHEMA", description = "A schema or a sample.")
  private Path file = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same one gives the same sample; 1 by default.")
  private long seed = SampleOrder.USUAL_SEED;

  @Option(names = "--count", paramLabel = "N", description = "How many records; 1 by default.")
  private int count = 1;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      completionCandidates = Kinds.class,
      converter = KindConverter.class,
      description = {
        "What records are like, several kinds in turn: ${COMPLETION-CANDIDATES};",
        "typical by default."
      })
  private List<SampleKind> kinds = List.of(SampleKind.TYPICAL);

  @Option(
      names = "--language",
      paramLabel = "en|zh",
      converter = LanguageConverter.class,
      description = "Of names and addresses: en (default) or zh.")
  private SampleLanguage language = SampleLanguage.EN;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = {
        "In which format to write: json, ndjson, xml, csv, fixed or xlsx;",
        "the ending of --out tells by default, else the schema."
      })
  private @Nullable String format;

  @Option(
      names = "--options",
      paramLabel = "JSON",
      description = {
        "How schema and sample are written, as the options of a source",
        "say it: {\"delimiter\": \";\"}, {\"root\": \"Order\"}."
      })
  private @Nullable String options;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it; to standard output by default.")
  private @Nullable Path out;

  SampleCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** In which language names and addresses are. */
  enum SampleLanguage {
    EN,
    ZH
  }

  @Override
  public Integer call() throws IOException, SchemaException, UnusableException {
    if (count < 1 || count > SampleOrder.MOST) {
      throw new UnusableException(
          "--count wants a number from 1 to " + SampleOrder.MOST + ", not " + count + ".");
    }
    JsonNode given = givenOptions();
    SchemaIntake intake =
        SchemaIntake.of(List.of(SchemaCommand.schemaFile(file.toString(), null, given)), null);
    SchemaFile schemaFile = intake.files().getFirst();
    SchemaTree tree = intake.reader().read(schemaFile, note -> terminal.complain("note: " + note));
    PayloadFormat writing = format(intake.reader().name());
    boolean sample = intake.reader().isSample();
    JsonNode found = given == null && sample ? intake.reader().options(schemaFile) : given;
    PayloadSpec spec = new PayloadSpec(file.toString(), writing.name(), found, tree);
    SampleOrder order = new SampleOrder(seed, count, kinds, language == SampleLanguage.ZH);
    try (OutputStream stream = stream()) {
      SampleGenerator.write(spec, order, stream, () -> false);
    } catch (FormatException | UnwritableRecordException e) {
      throw new UnusableException("No sample was generated: " + e.getMessage());
    }
    return Exit.OK;
  }

  private OutputStream stream() throws IOException {
    if (out != null) {
      return new BufferedOutputStream(Files.newOutputStream(out));
    }
    return new FilterOutputStream(terminal.data()) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        // Standard output stays open.
        flush();
      }
    };
  }

  private PayloadFormat format(String reader) throws FormatException {
    if (format != null) {
      return PayloadFormats.of(format);
    }
    Optional<PayloadFormat> named =
        out == null ? Optional.empty() : PayloadFormats.forFileName(out.toString());
    return named.isPresent()
        ? named.get()
        : PayloadFormats.of(FORMATS.getOrDefault(reader, "json"));
  }

  private @Nullable JsonNode givenOptions() throws UnusableException {
    if (options == null) {
      return null;
    }
    try {
      return JsonValues.toNode(JsonValues.parse(options));
    } catch (FormatException e) {
      throw new UnusableException("The options are no JSON: " + e.getMessage());
    }
  }

  /** The names of the kinds. */
  static final class Kinds extends ArrayList<String> {
    @java.io.Serial private static final long serialVersionUID = 1L;

    Kinds() {
      for (SampleKind kind : SampleKind.values()) {
        add(kind.label());
      }
    }
  }

  /** Reads the names of the kinds. */
  static final class KindConverter extends WordConverter<SampleKind> {
    KindConverter() {
      super(SampleKind.class);
    }
  }

  /** Reads en and zh. */
  static final class LanguageConverter extends WordConverter<SampleLanguage> {
    LanguageConverter() {
      super(SampleLanguage.class);
    }
  }
}
