package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.engine.CompiledMapping.Intake.Taken;
import fieldloom.function.ValueException;
import fieldloom.payload.JsonValues;
import fieldloom.payload.RecordReader.InputRecord;
import fieldloom.spill.RecordWeight;
import fieldloom.spill.SpillRoom;
import fieldloom.spill.SpilledRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the records of a fixture as a run does, by code too, once more as the preview does, and with
 * no room in memory or little: all have to tell the same.
 */
final class FixtureRun {
  private final JsonNode fixture;
  private final CompiledMapping mapping;
  private final Map<String, String> set = new HashMap<>();

  FixtureRun(JsonNode fixture, CompiledMapping mapping) {
    this.fixture = fixture;
    this.mapping = mapping;
    fixture.path("set").properties().forEach(e -> set.put(e.getKey(), e.getValue().asText()));
  }

  /** What came of the records or groups: its records by target, or its first failure. */
  private record Told(List<Outcome> outcomes, List<String> unfit) {

    List<FieldFailure> failures() {
      return outcomes.stream().filter(Outcome::failed).map(o -> o.failures().getFirst()).toList();
    }

    List<Object> out(String target) {
      List<Object> all = new ArrayList<>();
      for (Outcome outcome : outcomes) {
        all.addAll(outcome.outputs().getOrDefault(target, List.of()));
      }
      return all;
    }

    /** A line for each outcome, which is the same for the preview. */
    List<String> lines() {
      List<String> lines = new ArrayList<>(unfit);
      for (Outcome outcome : outcomes) {
        lines.add(
            outcome.failed()
                ? outcome.failures().getFirst().toString()
                : outcome.outputs().entrySet().stream()
                    .map(e -> e.getKey() + json(e.getValue()))
                    .sorted()
                    .toList()
                    .toString());
      }
      return lines;
    }
  }

  /** Holds what comes of the records against what the fixture wants. */
  void hold() throws IOException {
    Told told;
    try {
      told = map(false, SpillRoom.unbounded(), true);
    } catch (ValueException e) {
      assertThat(e.code()).as(e.getMessage()).isEqualTo(fixture.path("start").asText());
      says(e.getMessage());
      return;
    }
    assertThat(fixture.has("start")).isFalse();
    List<String> failed = new ArrayList<>(told.unfit);
    told.failures().forEach(f -> failed.add(line(f)));
    List<String> wanted = new ArrayList<>();
    fixture.path("fails").forEach(f -> wanted.add(f.asText()));
    assertThat(failed).isEqualTo(wanted);
    outputs(told);
    if (!fixture.has("problems")) {
      says(told.unfit + told.failures().stream().map(FieldFailure::message).toList().toString());
    }
    Told seen = map(true, SpillRoom.unbounded(), false);
    assertThat(seen.lines()).isEqualTo(told.lines());
    preview(seen.outcomes);
    JsonNode driver = fixture.path("sources").path(0);
    if (fixture.has("with") || driver.has("groupBy") && !driver.has("group")) {
      onDisk(told, 0);
      long first = RecordWeight.INDEXED + RecordWeight.of(values(fixture.path("in")).getFirst());
      onDisk(told, first);
    }
  }

  private void outputs(Told told) {
    if (fixture.has("out")) {
      assertThat(json(told.out("bill"))).isEqualTo(json(values(fixture.path("out"))));
    }
    fixture
        .path("outs")
        .properties()
        .forEach(e -> assertThat(json(told.out(e.getKey()))).isEqualTo(json(values(e.getValue()))));
    assertThat(fixture.has("out") || fixture.has("outs") || fixture.has("fails")).isTrue();
  }

  private void preview(List<Outcome> seen) {
    int at = 0;
    for (JsonNode wanted : fixture.path("preview")) {
      Outcome outcome = seen.get(at++);
      assertThat(json(outcome.outputs().getOrDefault("bill", List.of())))
          .isEqualTo(json(values(wanted.path("out"))));
      List<String> fails = new ArrayList<>();
      wanted.path("fails").forEach(f -> fails.add(f.asText()));
      assertThat(outcome.failures()).extracting(FixtureRun::line).isEqualTo(fails);
    }
  }

  private void onDisk(Told told, long room) throws IOException {
    Path folder = Files.createTempDirectory("fixture");
    try (SpillRoom little = new SpillRoom(room, () -> folder.resolve("spilled"))) {
      assertThat(map(false, little, false).lines()).isEqualTo(told.lines());
      assertThat(room > 0 || little.hasSpilled()).isTrue();
    } finally {
      try (var left = Files.list(folder)) {
        assertThat(left).isEmpty();
      }
      Files.delete(folder);
    }
  }

  /** What the fixture says of the words of a failure. */
  private void says(@Nullable String words) {
    fixture.path("says").forEach(w -> assertThat(words).contains(w.asText()));
  }

  private static String line(FieldFailure f) {
    String at = f.position() == null ? "" : " " + f.position();
    return f.target() + " " + f.code() + at;
  }

  private RunSettings settings(boolean preview) {
    return new RunSettings(set, null, preview);
  }

  private Told map(boolean preview, SpillRoom room, boolean byCode) {
    CompiledMapping.Run run = mapping.start(settings(preview));
    fixture
        .path("with")
        .properties()
        .forEach(e -> run.load(e.getKey(), kept(values(e.getValue()), room)));
    CompiledMapping.Intake intake = run.intake(room);
    List<String> unfit = new ArrayList<>();
    List<Taken> taken = new ArrayList<>();
    long number = 0;
    for (Object record : values(fixture.path("in"))) {
      InputRecord read = new InputRecord(record, ++number);
      try {
        taken.addAll(intake == null ? List.of(new Taken(read, number)) : intake.take(read, number));
      } catch (ValueException e) {
        unfit.add(
            "record " + number + " " + e.code() + (e.position() == null ? "" : " " + e.position()));
      }
    }
    if (intake != null) {
      intake.rest().forEachRemaining(taken::add);
    }
    BothWays both = new BothWays(run);
    CompiledMapping.Run mapper = byCode ? run : run.another();
    List<Outcome> outcomes = new ArrayList<>();
    for (Taken next : taken) {
      Outcome outcome = mapper.map(next.record().value(), next.number());
      if (byCode) {
        both.hold(next.record().value(), next.number(), outcome);
      }
      outcomes.add(outcome);
    }
    if (byCode && fixture.has("code")) {
      JsonNode code = fixture.path("code");
      List<Integer> wanted =
          code.isArray()
              ? List.of(code.path(0).asInt(), code.path(1).asInt())
              : List.of(code.asInt(), code.asInt());
      assertThat(List.of(both.direct(), both.directRecords())).isEqualTo(wanted);
    }
    return new Told(outcomes, unfit);
  }

  /** Records in memory, or on disk where there is no room. */
  private static List<Object> kept(List<Object> records, SpillRoom room) {
    if (room.take(1)) {
      return records;
    }
    SpilledRows rows = room.rows();
    rows.addAll(records);
    return rows;
  }

  static List<Object> values(JsonNode array) {
    List<Object> values = new ArrayList<>();
    array.forEach(n -> values.add(JsonValues.of(n)));
    return values;
  }

  /** As text, so that digits and the order of fields count. */
  private static List<String> json(List<?> values) {
    return values.stream().map(JsonValues::toJson).toList();
  }
}
