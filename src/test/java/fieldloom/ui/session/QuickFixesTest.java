package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.engine.Compilation;
import fieldloom.engine.MappingCompiler;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Resources;
import fieldloom.model.Rule;
import fieldloom.model.SchemaTree;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import fieldloom.schema.SchemaLoader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered to mend problems, and what comes of it. */
class QuickFixesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final Resources NO_FILES =
      new Resources() {
        @Override
        public InputStream open(String name) throws IOException {
          throw new FileNotFoundException(name);
        }
      };

  /** The mappings that the engine's checks are tested with: each has problems of many kinds. */
  static Stream<Arguments> troubled() throws IOException {
    List<Arguments> all = new ArrayList<>();
    for (String file : List.of("checks", "problems", "tables")) {
      String name = "/fieldloom/engine/" + file + ".json";
      try (InputStream in =
          Objects.requireNonNull(QuickFixesTest.class.getResourceAsStream(name))) {
        for (JsonNode fixture : JSON.readTree(in)) {
          if (!fixture.path("problems").isEmpty()) {
            all.add(Arguments.of(fixture.path("name").asText(), fixture));
          }
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("troubled")
  void a_fix_takes_its_problem_away_brings_no_error_and_is_undone_in_one_step(
      String name, JsonNode fixture) throws PackException {
    Mapping mapping = mapping(fixture);
    Map<String, SchemaTree> schemas = SchemaLoader.load(mapping, NO_FILES).schemas();
    Compilation before = MappingCompiler.compile(mapping, schemas, Map.of());
    for (Problem problem : before.problems()) {
      EditorSession session = session(mapping, schemas, null);
      List<QuickFix> fixes = fixes(session, problem);
      assertThat(fixes.isEmpty() || FixFinder.knows(problem.code())).isTrue();
      for (QuickFix fix : fixes) {
        session.apply(fix.step());
        Compilation after = MappingCompiler.compile(session.mapping(), schemas, Map.of());
        assertThat(errors(after)).as(fix.name()).isLessThanOrEqualTo(errors(before));
        assertThat(like(after, problem))
            .as("%s of %s", fix.name(), problem.line())
            .isLessThan(like(before, problem));
        assertThat(session.undoLabelProperty().get()).isEqualTo(fix.name());
        session.undo();
        assertThat(session.mapping()).isEqualTo(mapping);
      }
    }
  }

  private static long errors(Compilation compilation) {
    return compilation.problems().stream().filter(Problem::isError).count();
  }

  private static long like(Compilation compilation, Problem problem) {
    return compilation.problems().stream()
        .filter(p -> p.code().equals(problem.code()))
        .filter(p -> p.place().target().equals(problem.place().target()))
        .count();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          may-be-too-long     | order.long                          | LEFT(order.long, 5)                       | short
          may-lose-digits     | order.price * 1.5                   | ROUND(order.price * 1.5, 2)               | money
          may-lose-digits     | order.price * 1.5                   | TRUNC(order.price * 1.5, 2)               | money
          may-be-out-of-range | order.count                         | CLAMP(order.count, 1, 10)                 | rank
          not-listed          | "opn"                               | "open"                                    | state
          may-lose            | order.price                         | ROUND(order.price)                        | whole
          may-lose            | order.day                           | PARSEDATE(order.day, "dd.MM.yyyy")        | date
          may-lose            | order.text                          | NUMBER(order.text)                        | amount
          never-fits          | order.flag                          | IF(order.flag, 1, 0)                      | whole
          never-fits          | order.count                         | order.count != 0                          | yes
          never-fits          | order.tags[]                        | JOIN(", ", order.tags[])                  | name
          unknown-function    | UPER(order.text)                    | UPPER(order.text)                         | name
          unknown-path        | odrer.text                          | order.text                                | name
          unlisted-path       | order.txet                          | order.text                                | name
          unknown-table       | LOOKUP("citis", order.text)         | LOOKUP("cities", order.text)              | name
          unknown-column      | LOOKUP("cities", order.text, "nmae") | LOOKUP("cities", order.text, "name")     | name
          syntax              | order.text = "x"                    | order.text == "x"                         | yes
          always-holds        | IF(TRUE, order.text, "x")           | order.text                                | name
          never-holds         | IF(1 == 2, 1, 2 + order.count) * 3  | (2 + order.count) * 3                     | amount
          never-holds         | IFS(FALSE, 1, order.flag, 2)        | IFS(order.flag, 2)                        | amount
          always-holds        | IFS(order.flag, 1, TRUE, 2, TRUE, 3) | IFS(order.flag, 1, TRUE, 2)              | amount
          case-twice          | SWITCH(order.text, "a", 1, "a", 2, 3) | SWITCH(order.text, "a", 1, 3)           | amount
          required-missing    | order.maybe                         | DEFAULT(order.maybe, "")                  | must
          wrong-type          | 1 + order.flag                      | 1 + IF(order.flag, 1, 0)                  | amount
          wrong-type          | order.tags[] * 2                    | COUNT(order.tags[]) * 2                   | amount
          wrong-type          | order.count AND order.flag          | order.count != 0 AND order.flag           | yes
          wrong-type          | "x" & order.tags[]                  | "x" & JOIN(", ", order.tags[])            | name
          wrong-type          | SUM(order.price)                    | SUM([order.price])                        | amount
          wrong-type          | NOT (order.count + 1)               | NOT order.count + 1 != 0                  | yes
          different-types     | order.text > order.count            | NUMBER(order.text) > order.count          | yes
          different-types     | order.count == "3"                  | TEXT(order.count) == "3"                  | yes
          different-types     | order.day < TODAY()                 | PARSEDATE(order.day, "dd.MM.yyyy") < TODAY() | yes
          lookup-miss         | LOOKUP("cities", order.text)        |                                           | name
          """)
  void what_fills_a_field_is_mended_as_one_would_write_it(
      String code, String formula, String mended, String to) throws PackException, FormatException {
    Mapping mapping = read(to, formula);
    Map<String, SchemaTree> schemas = SchemaLoader.load(mapping, NO_FILES).schemas();
    Sample sample =
        new Sample(
            "s",
            Map.of(
                "order",
                List.of(
                    JsonValues.parse(
                        """
                        {"text": "5", "long": "123456", "price": 1.234, "count": 3, "flag": true,
                         "day": "24.12.2026", "tags": ["a"]}
                        """))));
    EditorSession session = session(mapping, schemas, sample);
    SampleCheck check =
        new SampleCheck(session, SampleCheck::ownTables, Runnable::run, SessionThreads.direct());
    Problem problem =
        Stream.concat(
                session.preview().problems().stream(),
                check.foundProperty().get().checked().findings().stream()
                    .map(SampleFinding::problem))
            .filter(p -> p.code().equals(code))
            .findFirst()
            .orElseThrow();
    List<QuickFix> fixes = fixes(session, check, problem);
    if (mended == null) {
      assertThat(fixes).extracting(QuickFix::name).containsExactly("Add a row for 5 to cities");
      session.apply(fixes.getFirst().step());
      assertThat(session.mapping().tables().getFirst().rows().getLast())
          .extracting(JsonNode::asText)
          .containsExactly("5", "");
    } else {
      assertThat(fixes).extracting(QuickFix::detail).contains(mended);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bill.short | bill.name               | name, short
          bill.short | bill.name & order.text  | name, short
          bill.name  | order.text              | name
          """)
  void a_circle_is_opened_by_taking_out_one_of_its_links(
      String name, String shorter, String offered) throws PackException {
    Mapping one = read("name", name);
    List<Rule> rules = new ArrayList<>(one.rules());
    rules.add(Rule.formula("short", shorter));
    Mapping mapping = one.withRules(rules);
    Map<String, SchemaTree> schemas = SchemaLoader.load(mapping, NO_FILES).schemas();
    EditorSession session = session(mapping, schemas, null);
    Problem problem =
        session.preview().problems().stream()
            .filter(p -> p.code().equals("cycle"))
            .findFirst()
            .orElseThrow();
    assertThat(fixes(session, problem))
        .extracting(QuickFix::name)
        .containsExactlyInAnyOrder(
            Stream.of(offered.split(", "))
                .map(to -> "Delete the rule of " + to + ", which closes the circle")
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"must, Link order.must to it", "short, 'Give it a constant: \"\"'"})
  void a_required_field_without_a_rule_gets_a_link_by_name_or_a_constant(String to, String name)
      throws PackException {
    Mapping mapping = read("name", "order.text");
    ObjectNode schema =
        (ObjectNode)
            ((fieldloom.model.SchemaRef.Inline) mapping.mainTarget().schema()).schema().deepCopy();
    schema.putArray("required").add(to);
    Mapping wanting =
        mapping.withTargets(
            List.of(
                new fieldloom.model.Document(
                    "bill", "json", new fieldloom.model.SchemaRef.Inline(schema))));
    Map<String, SchemaTree> schemas = SchemaLoader.load(wanting, NO_FILES).schemas();
    EditorSession session = session(wanting, schemas, null);
    Problem problem =
        session.preview().problems().stream()
            .filter(p -> p.code().equals("required-unfilled"))
            .findFirst()
            .orElseThrow();
    assertThat(fixes(session, problem)).extracting(QuickFix::name).contains(name);
  }

  private static List<QuickFix> fixes(EditorSession session, Problem problem) {
    return fixes(
        session,
        new SampleCheck(session, SampleCheck::ownTables, Runnable::run, SessionThreads.direct()),
        problem);
  }

  private static List<QuickFix> fixes(EditorSession session, SampleCheck check, Problem problem) {
    List<QuickFix> found = new ArrayList<>();
    new FixFinder(session, check, Runnable::run, Runnable::run).find(problem, found::addAll);
    return found;
  }

  private static EditorSession session(
      Mapping mapping, Map<String, SchemaTree> schemas, @Nullable Sample sample) {
    EditorSession session =
        new EditorSession(
            mapping, schemas, Autosaver.none(), Previewer.engine(), SessionThreads.direct());
    session.setSample(sample);
    return session;
  }

  /** As the fixtures of the engine mean it: source order and target bill where none are given. */
  static Mapping mapping(JsonNode fixture) throws PackException {
    ObjectNode json = JSON.createObjectNode().put("fieldloom", 1).put("name", "m");
    json.putArray("sources").addObject().put("name", "order").put("format", "json");
    if (!fixture.has("targets")) {
      json.putObject("target").put("name", "bill").put("format", "json");
    }
    List<String> wanted =
        List.of(
            "in",
            "with",
            "rows",
            "out",
            "outs",
            "fails",
            "problems",
            "connections",
            "start",
            "says",
            "code",
            "ordered",
            "preview",
            "set",
            "name");
    fixture
        .properties()
        .forEach(
            e -> {
              if (!wanted.contains(e.getKey())) {
                json.set(e.getKey(), e.getValue());
              }
            });
    return MappingFile.read(json.toString().getBytes(StandardCharsets.UTF_8), "m.flmap");
  }

  private static Mapping read(String to, String formula) throws PackException {
    ObjectNode json = JSON.createObjectNode();
    json.putArray("sources")
        .addObject()
        .put("name", "order")
        .put("format", "json")
        .set(
            "schema",
            schema(
                """
            {"type": "object", "properties": {
              "text": {"type": "string"}, "long": {"type": "string", "maxLength": 9},
              "price": {"type": "number", "multipleOf": 0.001}, "flag": {"type": "boolean"},
              "count": {"type": "integer", "minimum": 0, "maximum": 99},
              "day": {"type": "string"}, "maybe": {"type": "string"}, "must": {"type": "string"},
              "tags": {"type": "array", "items": {"type": "string"}}}}
            """));
    json.putObject("target")
        .put("name", "bill")
        .put("format", "json")
        .set(
            "schema",
            schema(
                """
            {"type": "object", "properties": {
              "name": {"type": "string"}, "short": {"type": "string", "maxLength": 5},
              "money": {"type": "number", "multipleOf": 0.01}, "whole": {"type": "integer"},
              "amount": {"type": "number"}, "date": {"type": "string", "format": "date"},
              "rank": {"type": "integer", "minimum": 1, "maximum": 10},
              "yes": {"type": "boolean"}, "must": {"type": "string"},
              "state": {"type": "string", "enum": ["open", "closed"]}}}
            """
                    .strip()
                    .replaceFirst("}$", to.equals("must") ? ", \"required\": [\"must\"]}" : "}")));
    json.putArray("rules").addObject().put("to", to).put("formula", formula);
    json.set(
        "tables",
        schema(
            """
        [{"name": "cities", "columns": ["code", "name"], "rows": [["SH", "Shanghai"]]}]
        """));
    return mapping(json);
  }

  private static JsonNode schema(String json) {
    try {
      return JSON.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
