package fieldloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.CompiledMapping.Intake.Taken;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.job.MappingRunner;
import fieldloom.job.RunListener;
import fieldloom.job.RunReport;
import fieldloom.job.RunRequest;
import fieldloom.job.RunRequest.Input;
import fieldloom.job.RunRequest.Output;
import fieldloom.model.Document;
import fieldloom.model.Job;
import fieldloom.model.Mapping;
import fieldloom.model.RecordError;
import fieldloom.model.SchemaTree;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.payload.JsonValues;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.RecordWriter;
import fieldloom.store.Store;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Holds jobs against the interpreter: their files have the bytes that a writer makes of what the
 * interpreter gives, and the same records fail in the same fields.
 */
final class JobRuns {
  private static final String NOW = "2026-11-20T08:00:00+08:00";

  /** Code is used from some hundred records on, and two threads have something to do. */
  private static final int MANY = 400;

  private final Project project;
  private final Mapping mapping;
  private final CompiledMapping interpreted;
  private final Path folder;
  private int held;

  /** What came of records: the bytes of each target, and what failed. */
  private record Made(Map<String, String> files, List<String> failed) {}

  /**
   * @param folder for inputs and outputs
   */
  JobRuns(Project project, Path folder) {
    this.project = project;
    this.mapping = project.mapping();
    this.folder = folder;
    Set<Integer> rules = new HashSet<>(IntStream.range(0, mapping.rules().size()).boxed().toList());
    this.interpreted = Projects.with(project, Map.of(), rules).compilation().mapping();
  }

  /** How many jobs ran. */
  int held() {
    return held;
  }

  /**
   * Runs files on one thread and on two.
   *
   * @param as what is said where it differs
   */
  void holdFiles(String as, Map<String, Path> inputs, Map<String, String> set) throws Exception {
    Map<String, String> all = new HashMap<>(set);
    all.putIfAbsent("NOW", NOW);
    Made wanted = interpreted(inputs, all);
    for (int threads = 1; threads <= 2; threads++) {
      Made made = job(inputs, all, threads);
      assertThat(made.failed()).as("%s, %d threads", as, threads).isEqualTo(wanted.failed());
      assertThat(made.files()).as("%s, %d threads", as, threads).isEqualTo(wanted.files());
    }
  }

  /**
   * Runs records over and over in one file. Only JSON is written so, as far as its records are all
   * of the document.
   *
   * @param inputs the other sources' among them
   */
  void holdMany(String as, List<Object> records, Map<String, Path> inputs) throws Exception {
    Document driver = mapping.driver();
    boolean lines = driver.format().equals("ndjson");
    boolean around = driver.options() != null && driver.options().has("records");
    if (around || !lines && !driver.format().equals("json")) {
      return;
    }
    List<String> texts = new ArrayList<>();
    while (texts.size() < MANY) {
      records.forEach(record -> texts.add(JsonValues.toJson(record)));
    }
    Path file = folder.resolve("many." + driver.format());
    Files.writeString(
        file, lines ? String.join("\n", texts) : "[" + String.join(",\n", texts) + "]");
    Map<String, Path> all = new LinkedHashMap<>(inputs);
    all.put(driver.name(), file);
    holdFiles(as, all, Map.of());
  }

  private PayloadSpec spec(Document document) {
    SchemaTree schema =
        project.schemas().getOrDefault(document.name(), SchemaTree.unknown(document.name()));
    return new PayloadSpec(document.name(), document.format(), document.options(), schema);
  }

  private Made interpreted(Map<String, Path> inputs, Map<String, String> set) throws Exception {
    CompiledMapping.Run run = interpreted.start(new RunSettings(set, null, false));
    for (Document source : mapping.sources().subList(1, mapping.sources().size())) {
      run.load(source.name(), read(source, inputs).records());
    }
    Read driving = read(mapping.driver(), inputs);
    Map<String, List<Object>> outputs = new HashMap<>();
    List<String> failed = new ArrayList<>();
    for (Taken taken : OneEngineTest.taken(run, driving.records())) {
      Outcome outcome = run.map(taken.record().value(), taken.number());
      if (outcome.failed()) {
        var first = outcome.failures().getFirst();
        failed.add(taken.number() + " " + first.target() + " " + first.code());
      } else {
        outcome
            .outputs()
            .forEach(
                (name, more) -> outputs.computeIfAbsent(name, n -> new ArrayList<>()).addAll(more));
      }
    }
    Map<String, String> files = new HashMap<>();
    for (Document target : mapping.targets()) {
      boolean bare = target == mapping.mainTarget() && mapping.isBare(driving.single());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (RecordWriter writer =
          PayloadFormats.of(target.format()).writer(out, spec(target), bare)) {
        for (Object record : outputs.getOrDefault(target.name(), List.of())) {
          writer.write(record);
        }
        writer.finish();
      }
      files.put(target.name(), out.toString(StandardCharsets.UTF_8));
    }
    return new Made(files, failed);
  }

  private record Read(List<Object> records, boolean single) {}

  private Read read(Document source, Map<String, Path> inputs) throws Exception {
    List<Object> records = new ArrayList<>();
    try (RecordReader reader =
        PayloadFormats.reader(Files.newInputStream(inputs.get(source.name())), spec(source))) {
      for (RecordReader.InputRecord record = reader.next();
          record != null;
          record = reader.next()) {
        records.add(record.value());
      }
      return new Read(records, reader.singleRoot());
    }
  }

  private Made job(Map<String, Path> inputs, Map<String, String> set, int threads)
      throws Exception {
    Map<String, Input> from = new HashMap<>();
    inputs.forEach((name, file) -> from.put(name, new Input.File(file)));
    Map<String, Output> to = new HashMap<>();
    for (Document target : mapping.targets()) {
      to.put(target.name(), new Output.File(folder.resolve(target.name() + ".out")));
    }
    List<RecordError> errors = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public synchronized void error(RecordError error) {
            errors.add(error);
          }
        };
    RunRequest request = new RunRequest(project, from, to, Job.OnError.SKIP, null, set, threads);
    RunReport report = MappingRunner.run(request, listener);
    assertThat(report.state()).as(report.message()).isEqualTo(Store.RunState.SUCCEEDED);
    held++;
    Map<String, String> files = new HashMap<>();
    for (Document target : mapping.targets()) {
      files.put(target.name(), Files.readString(folder.resolve(target.name() + ".out")));
    }
    List<String> failed =
        errors.stream()
            .sorted(Comparator.comparingLong(RecordError::record))
            .map(error -> error.record() + " " + error.target() + " " + error.code())
            .toList();
    return new Made(files, failed);
  }
}
