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
import fieldloom.schema.SchemaLoader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the cases of the fixture files. A case has {@code rules} (and any other member of a mapping;
 * source {@code order} and target {@code bill} without schemas where none are given), {@code in}
 * (records of the driving source), {@code with} (records of other sources), {@code rows} (of tables
 * that are read from elsewhere), and what is wanted: {@code out} (main target), {@code outs} (by
 * target), {@code fails} ({@code target code position}, one a failed record; {@code record N code
 * position} of one that its source cannot choose or group), {@code problems} ({@code severity code
 * target position}), {@code connections} (databases that formulas name), or {@code start} (the code
 * of a run that cannot begin); {@code says} has parts of the sentences about these. {@code code} is
 * how many of the records code maps, or a pair of how many from bytes and how many from values,
 * {@code ordered} whether they have to come one after the other, {@code preview} what each record
 * shows with all its failures. {@code set} sets parameters.
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
          "checks",
          "tables",
          "settings",
          "references",
          "intake");
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

  private static void run(JsonNode fixture) throws IOException, PackException {
    Mapping mapping = mapping(fixture);
    SchemaLoader.Loaded loaded = SchemaLoader.load(mapping, NO_FILES);
    assertThat(loaded.problems()).isEmpty();
    Compilation compilation = MappingCompiler.compile(mapping, loaded.schemas(), rows(fixture));
    List<String> problems = compilation.problems().stream().map(EngineFixturesTest::line).toList();
    if (fixture.has("problems")) {
      assertThat(problems).containsExactlyInAnyOrderElementsOf(texts(fixture.path("problems")));
      String words = compilation.problems().stream().map(Problem::line).toList().toString();
      fixture.path("says").forEach(w -> assertThat(words).contains(w.asText()));
    } else {
      assertThat(compilation.problems().stream().filter(Problem::isError).map(Problem::line))
          .isEmpty();
    }
    assertThat(compilation.mapping().ordered()).isEqualTo(fixture.path("ordered").asBoolean());
    if (fixture.has("connections")) {
      assertThat(compilation.mapping().connections())
          .isEqualTo(Set.copyOf(texts(fixture.path("connections"))));
    }
    if (fixture.has("in")) {
      new FixtureRun(fixture, compilation.mapping()).hold();
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(t -> texts.add(t.asText()));
    return texts;
  }

  /** The rows of tables that are read from elsewhere, as a run has read them. */
  private static Map<String, List<List<Object>>> rows(JsonNode fixture) {
    Map<String, List<List<Object>>> tables = new HashMap<>();
    for (Map.Entry<String, JsonNode> table : fixture.path("rows").properties()) {
      List<List<Object>> rows = new ArrayList<>();
      table.getValue().forEach(row -> rows.add(FixtureRun.values(row)));
      tables.put(table.getKey(), rows);
    }
    return tables;
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
}
