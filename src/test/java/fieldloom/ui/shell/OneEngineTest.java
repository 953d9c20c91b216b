package fieldloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.CompiledMapping.Intake.Taken;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.function.ValueException;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.TestCase;
import fieldloom.model.Resources;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.pack.Packages;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.pack.RecordedLookups;
import fieldloom.pack.TestCases;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import fieldloom.payload.RecordReader.InputRecord;
import fieldloom.payload.json.tape.JsonOut;
import fieldloom.payload.json.tape.TapeReader;
import fieldloom.spill.SpillRoom;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Preview, trace, test, run and the exported package give the same for every sample that comes with
 * the program: by interpreter, by code, from bytes to bytes, and as jobs on one thread and on two.
 */
class OneEngineTest {
  /** Times of the day, moments in figures, milliseconds since 1970. */
  private static final Pattern CLOCK =
      Pattern.compile("\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?|20\\d{12}|1[789]\\d{11}");

  private static final Path CATALOG = Path.of("assets", "catalog");

  @TempDir private Path folder;

  /** What was compared in all, so that a sample that is no longer found does not go unseen. */
  private int samples;

  private int byCode;
  private int byBytes;
  private int jobs;

  private static List<Path> mappings() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("assets"))) {
      return files.filter(file -> file.toString().endsWith(".flmap")).sorted().toList();
    }
  }

  @Test
  void everyWayGivesTheSameForEverySampleThatComesWithTheProgram() throws Exception {
    List<Path> mappings = mappings();
    for (Path mapping : mappings) {
      compare(mapping);
    }
    assertThat(mappings).hasSizeGreaterThan(30);
    assertThat(samples).isGreaterThan(3 * mappings.size());
    assertThat(byCode).isGreaterThan(samples / 2);
    assertThat(byBytes).isGreaterThan(samples / 2);
    assertThat(jobs).isGreaterThan(6 * mappings.size());
  }

  private void compare(Path file) throws Exception {
    Project project = Projects.open(file);
    Path packed = folder.resolve(file.getFileName() + ".flpkg");
    Files.write(packed, Packages.export(project));
    Project exported = Projects.open(packed);
    Mapping mapping = project.mapping();
    JobRuns runs = new JobRuns(project, folder);
    String driver = mapping.driver().name();
    Set<String> inputs = new LinkedHashSet<>();
    assertThat(mapping.tests()).as("test cases of %s", file).isNotEmpty();
    for (int i = 0; i < mapping.tests().size(); i++) {
      TestCase test = mapping.tests().get(i);
      assertThat(TestCases.run(project, test).passed()).as("%s, %s", file, test.name()).isTrue();
      TestCase same = exported.mapping().tests().get(i);
      assertThat(TestCases.run(exported, same).passed()).as("%s packed", file).isTrue();
      runs.holdFiles(file + ", " + test.name(), beside(file, test.in()), test.set());
      // Parameters are a run's; the preview has none to set.
      if (test.set().isEmpty()) {
        inputs.add(test.in().get(driver));
      }
    }
    SampleReader reader = new SampleReader(mapping, project.schemas(), withCatalog(project));
    inputs.addAll(ofCatalog(mapping.driver()));
    List<Object> records = new ArrayList<>();
    for (String input : inputs) {
      Sample sample = reader.read(input, input);
      compare(file, project, exported, sample);
      records.addAll(sample.of(driver));
    }
    runs.holdMany(file + ", many records", records, beside(file, mapping.tests().getFirst().in()));
    jobs += runs.held();
  }

  private static Map<String, Path> beside(Path mapping, Map<String, String> files) {
    Map<String, Path> all = new LinkedHashMap<>();
    files.forEach((source, name) -> all.put(source, mapping.resolveSibling(name)));
    return all;
  }

  /** The samples of the document that a source is, as the catalog has them. */
  private static List<String> ofCatalog(Document source) throws IOException {
    boolean within = source.options() != null && source.options().has("records");
    if (within || !(source.schema() instanceof SchemaRef.Catalog(String id))) {
      return List.of();
    }
    String[] names = id.split("/", 2);
    try (Stream<Path> files = Files.list(CATALOG.resolve(names[0]).resolve("samples"))) {
      return files
          .map(file -> "catalog:" + CATALOG.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.matches(".*/" + Pattern.quote(names[1]) + "-\\d+\\.\\w+"))
          .sorted()
          .toList();
    }
  }

  private static Resources withCatalog(Project project) {
    return name ->
        name.startsWith("catalog:")
            ? Files.newInputStream(CATALOG.resolve(name.substring("catalog:".length())))
            : project.resources().open(name);
  }

  private void compare(Path file, Project project, Project exported, Sample sample)
      throws Exception {
    Mapping mapping = project.mapping();
    Set<Integer> rules = new HashSet<>(IntStream.range(0, mapping.rules().size()).boxed().toList());
    CompiledMapping traced = Projects.with(project, Map.of(), rules).compilation().mapping();
    CompiledMapping.Run trace = start(traced, mapping, sample, true);
    CompiledMapping.Run run = start(project.compilation().mapping(), mapping, sample, false);
    CompiledMapping.Run packed = start(exported.compilation().mapping(), mapping, sample, false);
    CompiledMapping.RecordsRun code = run.records();
    CompiledMapping.BytesRun bytes = run.bytes();
    Previewer previewer = new ProjectPreviewer(project.resources());
    samples++;
    for (Taken taken : taken(run, sample.of(mapping.driver().name()))) {
      Object record = taken.record().value();
      String as = file + ", " + sample.name() + ", record " + taken.number();
      String wanted = shown(mapping, run.map(record, taken.number()));
      Preview preview =
          previewer.preview(
              new Previewer.Request(
                  mapping,
                  project.schemas(),
                  Map.of(),
                  sample,
                  (int) taken.number() - 1,
                  List.of()));
      assertThat(preview.failure()).as(as).isNull();
      assertThat(preview.outcome()).as(as).isNotNull();
      assertThat(shown(mapping, preview.outcome())).as("preview of " + as).isEqualTo(wanted);
      assertThat(shown(mapping, trace.map(record, taken.number())))
          .as("trace of " + as)
          .isEqualTo(wanted);
      assertThat(shown(mapping, packed.map(record, taken.number())))
          .as("package of " + as)
          .isEqualTo(wanted);
      Outcome coded = code == null ? null : code.map(record, taken.number());
      if (coded != null) {
        byCode++;
        assertThat(shown(mapping, coded)).as("code of " + as).isEqualTo(wanted);
      }
      Outcome written = bytes == null ? null : written(bytes, record, taken.number());
      if (written != null) {
        byBytes++;
        assertThat(shown(mapping, written))
            .as("bytes of " + as)
            .isEqualTo(shown(mapping, throughJson(run.map(record, taken.number()))));
      }
    }
  }

  /** What is written of an outcome, read again: dates are then texts. */
  private static Outcome throughJson(Outcome outcome) throws FormatException {
    Map<String, List<Object>> read = new LinkedHashMap<>();
    for (Map.Entry<String, List<Object>> output : outcome.outputs().entrySet()) {
      List<Object> records = new ArrayList<>();
      for (Object record : output.getValue()) {
        records.add(JsonValues.parse(JsonValues.toJson(record)));
      }
      read.put(output.getKey(), records);
    }
    return new Outcome(read, outcome.failures());
  }

  /** What comes of a record's bytes; null where that way leaves it to another. */
  private static @Nullable Outcome written(
      CompiledMapping.BytesRun bytes, Object record, long number) throws FormatException {
    byte[] json = JsonValues.toJson(record).getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(json, json.length + TapeReader.PADDING);
    JsonOut out = new JsonOut();
    if (!bytes.map(padded, 0, json.length, number, out)) {
      return null;
    }
    record Written(String target, String json) {}
    List<Written> all = new ArrayList<>();
    bytes.made(
        (target, from, to) ->
            all.add(
                new Written(
                    target, new String(out.bytes(), from, to - from, StandardCharsets.UTF_8))));
    Map<String, List<Object>> outputs = new LinkedHashMap<>();
    for (Written each : all) {
      outputs
          .computeIfAbsent(each.target(), name -> new ArrayList<>())
          .add(JsonValues.parse(each.json()));
    }
    return new Outcome(outputs, List.of());
  }

  /**
   * @param every whether each failure is seen, as previews and traces have it; runs end with the
   *     first, and they alone have code
   */
  private static CompiledMapping.Run start(
      CompiledMapping compiled, Mapping mapping, Sample sample, boolean every) {
    CompiledMapping.Run run =
        compiled.start(new RunSettings(Map.of(), null, every, RecordedLookups.of(mapping)));
    for (Document source : mapping.sources().subList(1, mapping.sources().size())) {
      run.load(source.name(), sample.of(source.name()));
    }
    return run;
  }

  /** What of records is mapped: all, or what the source's condition and groups make of them. */
  static List<Taken> taken(CompiledMapping.Run run, List<Object> records) throws ValueException {
    CompiledMapping.Intake intake = run.intake(SpillRoom.unbounded());
    List<Taken> all = new ArrayList<>();
    long number = 0;
    for (Object record : records) {
      InputRecord read = new InputRecord(record, ++number);
      all.addAll(intake == null ? List.of(new Taken(read, number)) : intake.take(read, number));
    }
    if (intake != null) {
      intake.rest().forEachRemaining(all::add);
    }
    return all;
  }

  /** What came as text: the first failure, else the outputs. */
  private static String shown(Mapping mapping, Outcome outcome) {
    if (outcome.failed()) {
      return outcome.failures().getFirst().toString();
    }
    return timeless(
        mapping,
        mapping.targets().stream()
            .map(target -> target.name() + outcome.outputs().getOrDefault(target.name(), List.of()))
            .toList()
            .toString());
  }

  /** What a clock says is not compared where a rule asks one. */
  private static String timeless(Mapping mapping, String text) {
    boolean clock =
        Stream.concat(
                mapping.rules().stream().map(Rule::expression),
                mapping.variables().stream().map(Mapping.Variable::formula))
            .anyMatch(formula -> formula != null && formula.contains("NOW"));
    return clock ? CLOCK.matcher(text).replaceAll("clock") : text;
  }
}
