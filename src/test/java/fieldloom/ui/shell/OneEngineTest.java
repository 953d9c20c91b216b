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
import fieldloom.pack.Packages;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.pack.RecordedLookups;
import fieldloom.pack.TestCases;
import fieldloom.payload.RecordReader.InputRecord;
import fieldloom.spill.SpillRoom;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Preview, trace, test, run by interpreter and by code, and the exported package give the same for
 * every sample that comes with the program.
 */
class OneEngineTest {
  @TempDir private Path folder;

  /** What was compared in all, so that a sample that is no longer found does not go unseen. */
  private int samples;

  private int byCode;

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
    assertThat(samples).isGreaterThanOrEqualTo(mappings.size());
    assertThat(byCode).isGreaterThan(mappings.size() / 2);
  }

  private void compare(Path file) throws Exception {
    Project project = Projects.open(file);
    Path packed = folder.resolve(file.getFileName() + ".flpkg");
    Files.write(packed, Packages.export(project));
    Project exported = Projects.open(packed);
    Mapping mapping = project.mapping();
    assertThat(mapping.tests()).as("test cases of %s", file).isNotEmpty();
    for (int i = 0; i < mapping.tests().size(); i++) {
      TestCase test = mapping.tests().get(i);
      assertThat(TestCases.run(project, test).passed()).as("%s, %s", file, test.name()).isTrue();
      TestCase same = exported.mapping().tests().get(i);
      assertThat(TestCases.run(exported, same).passed()).as("%s packed", file).isTrue();
      // Parameters are a run's; the preview has none to set.
      if (test.set().isEmpty()) {
        compare(file, project, exported, test);
      }
    }
  }

  private void compare(Path file, Project project, Project exported, TestCase test)
      throws Exception {
    Mapping mapping = project.mapping();
    String input = test.in().get(mapping.driver().name());
    Sample sample = new SampleReader(project).read(input, input);
    Set<Integer> rules = new HashSet<>(IntStream.range(0, mapping.rules().size()).boxed().toList());
    CompiledMapping traced = Projects.with(project, Map.of(), rules).compilation().mapping();
    CompiledMapping.Run trace = start(traced, mapping, sample, true);
    CompiledMapping.Run run = start(project.compilation().mapping(), mapping, sample, false);
    CompiledMapping.Run packed = start(exported.compilation().mapping(), mapping, sample, false);
    CompiledMapping.RecordsRun code = run.records();
    Previewer previewer = new ProjectPreviewer(project.resources());
    samples++;
    for (Taken taken : taken(run, sample.of(mapping.driver().name()))) {
      Object record = taken.record().value();
      String as = file + ", " + input + ", record " + taken.number();
      Object wanted = shown(mapping, run.map(record, taken.number()).outputs());
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
      assertThat(shown(mapping, preview.outcome().outputs()))
          .as("preview of " + as)
          .isEqualTo(wanted);
      assertThat(shown(mapping, trace.map(record, taken.number()).outputs()))
          .as("trace of " + as)
          .isEqualTo(wanted);
      assertThat(shown(mapping, packed.map(record, taken.number()).outputs()))
          .as("package of " + as)
          .isEqualTo(wanted);
      Outcome coded = code == null ? null : code.map(record, taken.number());
      if (coded != null) {
        byCode++;
        assertThat(shown(mapping, coded.outputs())).as("code of " + as).isEqualTo(wanted);
      }
    }
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

  private static List<Taken> taken(CompiledMapping.Run run, List<Object> records)
      throws ValueException {
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

  /** The outputs as text; what a clock says is not compared where a rule asks one. */
  private static String shown(Mapping mapping, Map<String, List<Object>> outputs) {
    boolean clock =
        mapping.rules().stream()
            .anyMatch(rule -> rule.expression() != null && rule.expression().contains("NOW("));
    String text =
        mapping.targets().stream()
            .map(target -> target.name() + outputs.getOrDefault(target.name(), List.of()))
            .toList()
            .toString();
    return clock ? text.replaceAll("\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?", "clock") : text;
  }
}
