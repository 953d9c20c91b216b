package fieldloom.pack;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.CompiledMapping.Intake.Taken;
import fieldloom.engine.FieldFailure;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.function.ValueException;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.TestCase;
import fieldloom.pack.TestCases.Output;
import fieldloom.pack.TestCases.Result;
import fieldloom.pack.comparison.Comparison;
import fieldloom.payload.RecordReader.InputRecord;
import fieldloom.spill.SpillRoom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of one test case. */
final class TestCaseRun {
  private static final String NOTHING_WANTED =
      "The test names no wanted output; give it a file in \"expect\".";

  private final Project project;
  private final Mapping mapping;
  private final TestCase test;
  private final TestFiles files;

  TestCaseRun(Project project, TestCase test) {
    this.project = project;
    this.mapping = project.mapping();
    this.test = test;
    this.files = new TestFiles(project);
  }

  Result run() {
    try {
      Map<String, String> wanted = wanted();
      checkNames(wanted);
      TestFiles.Content driver = files.read(mapping.driver(), input(mapping.driver()));
      Map<String, List<Object>> outputs = map(driver.records(), run -> {});
      List<Output> compared = new ArrayList<>();
      String shape = wanted.isEmpty() ? NOTHING_WANTED : null;
      for (Document target : mapping.targets()) {
        String file = wanted.get(target.name());
        if (file != null || wanted.isEmpty()) {
          boolean bare = target == mapping.mainTarget() && mapping.isBare(driver.bare());
          List<Object> records = outputs.getOrDefault(target.name(), List.of());
          TestFiles.Content got = files.asWritten(target, records, bare);
          TestFiles.Content want =
              file == null
                  ? new TestFiles.Content(List.of(), bare)
                  : files.readWanted(target, file);
          compared.add(output(target, file, want, got));
          shape = shape == null && file != null ? shape(target, file, want, got) : shape;
        }
      }
      return new Result(test.name(), compared, shape);
    } catch (TestFailure failure) {
      return Result.failed(test.name(), failure.sentence());
    }
  }

  /**
   * Maps the test's input and compares nothing.
   *
   * @param mapped is told of the run after each record
   */
  void map(Consumer<CompiledMapping.Run> mapped) throws TestFailure {
    checkNames(wanted());
    map(files.read(mapping.driver(), input(mapping.driver())).records(), mapped);
  }

  private Output output(
      Document target, @Nullable String file, TestFiles.Content want, TestFiles.Content got) {
    Comparison comparison =
        Comparison.of(
            target.name(),
            files.schema(target).root(),
            test.ignore(),
            want.records(),
            got.records());
    return new Output(target, file, comparison, comparison.results(), got.records(), got.bare());
  }

  /** A bare value and a list of that one value hold the same records, but are not the same file. */
  private static @Nullable String shape(
      Document target, String file, TestFiles.Content want, TestFiles.Content got) {
    if (want.bare() == got.bare()) {
      return null;
    }
    return "The target "
        + target.name()
        + " gives "
        + (got.bare() ? "one bare record" : "a list of records")
        + ", "
        + file
        + " has "
        + (want.bare() ? "one bare record." : "a list of records.");
  }

  /** The file of each target that is compared. */
  private Map<String, String> wanted() {
    Map<String, String> wanted = new LinkedHashMap<>(test.expects());
    String main = test.expect();
    if (main != null) {
      wanted.putIfAbsent(mapping.mainTarget().name(), main);
    }
    return wanted;
  }

  private void checkNames(Map<String, String> wanted) throws TestFailure {
    for (String name : test.in().keySet()) {
      if (mapping.sources().stream().noneMatch(source -> source.name().equals(name))) {
        throw new TestFailure("The test has an input for " + name + ", which is no source.");
      }
    }
    for (String name : wanted.keySet()) {
      if (mapping.targets().stream().noneMatch(target -> target.name().equals(name))) {
        throw new TestFailure("The test wants output of " + name + ", which is no target.");
      }
    }
  }

  private String input(Document source) throws TestFailure {
    String file = test.in().get(source.name());
    if (file == null) {
      throw new TestFailure(
          "The test has no input for the source " + source.name() + "; name a file in \"in\".");
    }
    return file;
  }

  private Map<String, List<Object>> map(List<Object> records, Consumer<CompiledMapping.Run> mapped)
      throws TestFailure {
    CompiledMapping.Run run = start();
    for (Document source : mapping.sources().subList(1, mapping.sources().size())) {
      run.load(source.name(), files.read(source, input(source)).records());
    }
    Map<String, List<Object>> outputs = new LinkedHashMap<>();
    for (Taken taken : taken(run, records)) {
      Outcome outcome = run.map(taken.record().value(), taken.number());
      mapped.accept(run);
      if (outcome.failed()) {
        throw failure(taken.number(), outcome.failures().getFirst());
      }
      outcome
          .outputs()
          .forEach(
              (name, more) -> outputs.computeIfAbsent(name, n -> new ArrayList<>()).addAll(more));
    }
    return outputs;
  }

  /** What is mapped of the driving source: records that its condition lets through, or groups. */
  private static List<Taken> taken(CompiledMapping.Run run, List<Object> records)
      throws TestFailure {
    CompiledMapping.Intake intake = run.intake(SpillRoom.unbounded());
    List<Taken> all = new ArrayList<>();
    long number = 0;
    try {
      for (Object record : records) {
        InputRecord read = new InputRecord(record, ++number);
        all.addAll(intake == null ? List.of(new Taken(read, number)) : intake.take(read, number));
      }
    } catch (ValueException e) {
      throw new TestFailure("Record " + number + " cannot be chosen or grouped: " + e.getMessage());
    }
    if (intake != null) {
      intake.rest().forEachRemaining(all::add);
    }
    return all;
  }

  private CompiledMapping.Run start() throws TestFailure {
    try {
      return project
          .compilation()
          .mapping()
          .start(new RunSettings(test.set(), null, false, RecordedLookups.of(test)));
    } catch (ValueException e) {
      throw new TestFailure(e.getMessage() == null ? e.code() : e.getMessage());
    }
  }

  private static TestFailure failure(long number, FieldFailure failure) {
    String at = failure.target().isEmpty() ? "" : ", " + failure.target();
    String place =
        failure.position() == null
            ? ""
            : ", formula " + failure.position().line() + ":" + failure.position().column();
    return new TestFailure("Record " + number + at + place + ": " + failure.message());
  }
}
