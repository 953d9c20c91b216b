package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.value.Obj;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the mapping and the record, its code comes to what its interpreter comes to. */
class CodeEqualsInterpreterTest {
  /** What may be wrong with formulas that are made by chance. */
  private static final Set<String> BY_CHANCE = Set.of("wrong-type", "different-types");

  private int direct;
  private int directRecords;

  @Property(tries = 400)
  void for_random_mappings_and_records(@ForAll Random random) {
    Mapping mapping = RandomMappings.mapping(random);
    CompiledMapping.Run run =
        MappingCompiler.compile(mapping, Map.of(), Map.of()).mapping().start(RunSettings.DEFAULT);
    BothWays both = new BothWays(run);
    for (int i = 1; i <= 5; i++) {
      Obj record = RandomMappings.record(random);
      both.hold(record, i, run.map(record, i));
    }
    direct += both.direct();
  }

  @Test
  void most_records_that_do_not_fail_are_mapped_by_code() {
    Random random = new Random(7);
    int well = 0;
    for (int i = 0; i < 200; i++) {
      Mapping mapping = RandomMappings.mapping(random);
      CompiledMapping.Run run =
          MappingCompiler.compile(mapping, Map.of(), Map.of()).mapping().start(RunSettings.DEFAULT);
      BothWays both = new BothWays(run);
      Obj record = RandomMappings.record(random);
      Outcome outcome = run.map(record, 1);
      both.hold(record, 1, outcome);
      well += outcome.failed() ? 0 : 1;
      direct += both.direct();
      directRecords += both.directRecords();
    }
    assertThat(well).isGreaterThan(20);
    assertThat(direct).isGreaterThan(well * 9 / 10);
    assertThat(directRecords).isGreaterThan(well * 9 / 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31",
        "2024-02-29",
        "2026-02-29",
        "2026-01-31T23:59:59+08:00",
        "2026-01-31T10:00:00.123456789Z",
        "2026-01-31T10:00:00-17:30",
        "2026-01-31T24:00:00Z",
        "2026-02-30T10:00:00Z",
        "2026-01-31T10:00:00",
        "2026-01-31 10:00:00Z",
        "2026-01-31T10:00:00+18:00",
        "2026-01-31T10:00:00.Z",
        "10:00:00",
        "",
        "soon"
      })
  void a_day_is_written_alike(String text) {
    Mapping mapping =
        RandomMappings.mapping(List.of(Rule.formula("d", "FORMATDATE(order.t, \"dd.MM.yyyy\")")));
    CompiledMapping.Run run =
        MappingCompiler.compile(mapping, Map.of(), Map.of()).mapping().start(RunSettings.DEFAULT);
    BothWays both = new BothWays(run);
    Obj record = new Obj().put("t", text);
    Outcome outcome = run.map(record, 1);
    both.hold(record, 1, outcome);
    assertThat(both.direct()).isEqualTo(outcome.failed() ? 0 : 1);
    assertThat(both.directRecords()).isEqualTo(both.direct());
  }

  @Property(tries = 400)
  void for_random_mappings_of_several_targets(@ForAll Random random) {
    RandomTargets.Made made = RandomTargets.mapping(random);
    CompiledMapping.Run run = start(made.mapping());
    run.load("stock", RandomTargets.stock());
    BothWays both = new BothWays(run);
    for (int i = 1; i <= 5; i++) {
      Obj record = RandomTargets.record(random);
      both.hold(record, i, run.map(record, i));
    }
  }

  @Test
  void most_records_that_become_several_and_do_not_fail_are_mapped_by_code() {
    Random random = new Random(7);
    int well = 0;
    int wellAsBytes = 0;
    int rejected = 0;
    int logged = 0;
    for (int i = 0; i < 400; i++) {
      RandomTargets.Made made = RandomTargets.mapping(random);
      CompiledMapping.Run run = start(made.mapping());
      run.load("stock", RandomTargets.stock());
      BothWays both = new BothWays(run);
      Obj record = RandomTargets.record(random);
      Outcome outcome = run.map(record, 1);
      both.hold(record, 1, outcome);
      well += outcome.failed() ? 0 : 1;
      wellAsBytes += outcome.failed() || made.over() ? 0 : 1;
      rejected += outcome.outputs().get("lost").size();
      logged += outcome.outputs().get("log").size();
      direct += both.direct();
      directRecords += both.directRecords();
    }
    assertThat(rejected).isGreaterThan(20);
    assertThat(logged).isGreaterThan(60);
    assertThat(wellAsBytes).isGreaterThan(40);
    // Errors that IF_ERROR takes are left to the interpreter, null among objects in bytes too.
    assertThat(directRecords).isGreaterThan(well * 8 / 10);
    assertThat(direct).isGreaterThan(wellAsBytes * 7 / 10);
  }

  private static CompiledMapping.Run start(Mapping mapping) {
    Compilation compilation = MappingCompiler.compile(mapping, Map.of(), Map.of());
    assertThat(compilation.problems().stream().filter(Problem::isError).map(Problem::code))
        .allMatch(BY_CHANCE::contains);
    return compilation.mapping().start(RunSettings.DEFAULT);
  }
}
