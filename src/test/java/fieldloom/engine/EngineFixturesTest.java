package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Resources;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.payload.JsonValues;
import fieldloom.schema.SchemaLoader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the cases of the fixture files. A case has {@code rules} (and any other member of a mapping;
 * source {@code order} and target {@code bill} without schemas where none are given), {@code in}
 * (records of the driving source), {@code with} (records of other sources), and what is wanted:
 * {@code out} (main target), {@code outs} (by target), {@code fails} ({@code target code position},
 * one a failed record), {@code problems} ({@code severity code target position}), or {@code start}
 * (the code of a run that cannot begin). {@code set} sets parameters.
 */
class EngineFixturesTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();
  private static final List<String> FILES =
      List.of(
          "paths",
          "loops",
          "groups",
          "joins",
          "targets",
          "values",
          "numbers",
          "problems",
          "tables",
          "settings");
  private static final Resources NO_FILES =
      new Resources() {
        @Override
        public InputStream open(String name) throws IOException {
          throw new FileNotFoundException(name);
        }
      };

  @TestFactory
  Stream<DynamicContainer> the_contract_holds() {
    return FILES.stream()
        .map(file -> DynamicContainer.dynamicContainer(file, cases(file).map(this::test)));
  }

  private static Stream<JsonNode> cases(String file) {
    String name = "/fieldloom/engine/" + file + ".json";
    try (InputStream in =
        Objects.requireNonNull(EngineFixturesTest.class.getResourceAsStream(name), name)) {
      List<JsonNode> cases = new ArrayList<>();
      JSON.readTree(in).forEach(cases::add);
      assertThat(cases).isNotEmpty();
      return cases.stream();
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private DynamicTest test(JsonNode fixture) {
    return DynamicTest.dynamicTest(fixture.path("name").asText(), () -> run(fixture));
  }

  private static void run(JsonNode fixture) throws PackException {
    Mapping mapping = mapping(fixture);
    SchemaLoader.Loaded loaded = SchemaLoader.load(mapping, NO_FILES);
    assertThat(loaded.problems()).isEmpty();
    Compilation compilation = MappingCompiler.compile(mapping, loaded.schemas(), Map.of());
    List<String> problems = compilation.problems().stream().map(EngineFixturesTest::line).toList();
    if (fixture.has("problems")) {
      List<String> wanted = new ArrayList<>();
      fixture.path("problems").forEach(p -> wanted.add(p.asText()));
      assertThat(problems).containsExactlyInAnyOrderElementsOf(wanted);
    } else {
      assertThat(compilation.problems().stream().filter(Problem::isError).map(Problem::line))
          .isEmpty();
    }
    if (fixture.has("in")) {
      records(fixture, compilation);
    }
  }

  private static String line(Problem p) {
    String at = p.place().position() == null ? "" : " " + p.place().position();
    return p.severity().label() + " " + p.code() + " " + p.place().target() + at;
  }

  private static Mapping mapping(JsonNode fixture) throws PackException {
    ObjectNode file = JSON.createObjectNode();
    file.put("fieldloom", 1);
    file.put("name", "fixture");
    file.set("sources", JSON.createArrayNode().add(document("order")));
    if (!fixture.has("targets")) {
      file.set("target", document("bill"));
    }
    for (String member :
        List.of(
            "sources",
            "target",
            "targets",
            "rules",
            "variables",
            "tables",
            "functions",
            "params",
            "zone",
            "locale")) {
      if (fixture.has(member)) {
        file.set(member, fixture.get(member));
      }
    }
    return MappingFile.read(
        file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), "fixture");
  }

  private static ObjectNode document(String name) {
    return JSON.createObjectNode().put("name", name).put("format", "json");
  }

  private static void records(JsonNode fixture, Compilation compilation) {
    Map<String, String> set = new HashMap<>();
    fixture.path("set").properties().forEach(e -> set.put(e.getKey(), e.getValue().asText()));
    CompiledMapping.Run run;
    try {
      run = compilation.mapping().start(new RunSettings(set, null, false));
    } catch (fieldloom.function.ValueException e) {
      assertThat(e.code()).as(e.getMessage()).isEqualTo(fixture.path("start").asText());
      return;
    }
    assertThat(fixture.has("start")).isFalse();
    fixture.path("with").properties().forEach(e -> run.load(e.getKey(), values(e.getValue())));
    Map<String, List<Object>> outs = new HashMap<>();
    List<String> fails = new ArrayList<>();
    long number = 0;
    BothWays both = new BothWays(run);
    for (Object record : values(fixture.path("in"))) {
      Outcome outcome = run.map(record, ++number);
      both.hold(record, number, outcome);
      outcome
          .outputs()
          .forEach((t, r) -> outs.computeIfAbsent(t, x -> new ArrayList<>()).addAll(r));
      if (outcome.failed()) {
        FieldFailure f = outcome.failures().getFirst();
        fails.add(f.target() + " " + f.code() + (f.position() == null ? "" : " " + f.position()));
      }
    }
    List<String> wantedFails = new ArrayList<>();
    fixture.path("fails").forEach(f -> wantedFails.add(f.asText()));
    assertThat(fails).isEqualTo(wantedFails);
    if (fixture.has("out")) {
      assertThat(json(outs.get("bill"))).isEqualTo(json(values(fixture.path("out"))));
    }
    fixture
        .path("outs")
        .properties()
        .forEach(e -> assertThat(json(outs.get(e.getKey()))).isEqualTo(json(values(e.getValue()))));
    assertThat(fixture.has("out") || fixture.has("outs") || fixture.has("fails")).isTrue();
  }

  private static List<Object> values(JsonNode array) {
    List<Object> values = new ArrayList<>();
    array.forEach(n -> values.add(JsonValues.of(n)));
    return values;
  }

  /** As text, so that digits and the order of fields count. */
  private static List<String> json(List<Object> values) {
    return values.stream().map(JsonValues::toJson).toList();
  }
}
