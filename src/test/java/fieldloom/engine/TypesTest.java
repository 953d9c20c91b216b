package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Resources;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.schema.SchemaLoader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of types before a run, held against what comes of values in it. */
class TypesTest {
  private static final Map<FieldType, String> SCHEMAS =
      Map.of(
          FieldType.STRING, "{\"type\": \"string\"}",
          FieldType.INTEGER, "{\"type\": \"integer\"}",
          FieldType.DECIMAL, "{\"type\": \"number\"}",
          FieldType.BOOLEAN, "{\"type\": \"boolean\"}",
          FieldType.DATE, "{\"type\": \"string\", \"format\": \"date\"}",
          FieldType.TIME, "{\"type\": \"string\", \"format\": \"time\"}",
          FieldType.DATETIME, "{\"type\": \"string\", \"format\": \"date-time\"}",
          FieldType.BINARY, "{\"type\": \"string\", \"contentEncoding\": \"base64\"}",
          FieldType.OBJECT, "{\"type\": \"object\", \"properties\": {}}",
          FieldType.ARRAY, "{\"type\": \"array\", \"items\": {}}");

  private static final Map<FieldType, List<Object>> VALUES =
      Map.of(
          FieldType.STRING,
              List.of("x", "5", "5.5", "true", "2024-02-29", "09:30:00", "2024-02-29T00:00:00Z"),
          FieldType.INTEGER, List.of(Num.of(5), Num.of(0)),
          FieldType.DECIMAL, List.of(Num.ofText("5.5"), Num.ofText("5.0")),
          FieldType.BOOLEAN, List.of(true, false),
          FieldType.DATE, List.of("2024-02-29"),
          FieldType.TIME, List.of("09:30:00"),
          FieldType.DATETIME, List.of("2024-02-29T00:00:00Z", "2024-02-29T09:30:00Z"),
          FieldType.BINARY, List.of("AAEC"),
          FieldType.OBJECT, List.of(new Obj().put("a", Num.of(1))),
          FieldType.ARRAY, List.of(List.of(Num.of(1))));

  private static final Resources NO_FILES =
      new Resources() {
        @Override
        public InputStream open(String name) throws IOException {
          throw new FileNotFoundException(name);
        }
      };

  static Stream<Arguments> pairs() {
    return types().flatMap(from -> types().map(to -> Arguments.of(from, to)));
  }

  private static Stream<FieldType> types() {
    return Arrays.stream(FieldType.values()).filter(t -> t != FieldType.ANY);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_link_is_refused_where_no_value_fits_and_warned_of_where_some_do_not(
      FieldType from, FieldType to) throws PackException {
    Compilation compilation = compile(Map.of("f", from), to, "from", "order.f");
    int fitting = 0;
    for (Object value : values(from)) {
      Outcome outcome =
          compilation.mapping().start(RunSettings.DEFAULT).map(new Obj().put("f", value), 1);
      fitting += outcome.failed() ? 0 : 1;
    }
    List<String> wanted =
        fitting == values(from).size()
            ? List.of()
            : List.of(fitting == 0 ? "error never-fits" : "warning may-lose");
    assertThat(problems(compilation)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void different_types_are_not_compared_but_numbers_and_days_with_moments(
      FieldType left, FieldType right) throws PackException {
    Set<FieldType> both = Set.copyOf(List.of(left, right));
    boolean comparable =
        left == right
            || both.equals(Set.of(FieldType.INTEGER, FieldType.DECIMAL))
            || both.equals(Set.of(FieldType.DATE, FieldType.DATETIME));
    Compilation compilation =
        compile(Map.of("l", left, "r", right), FieldType.BOOLEAN, "formula", "order.l == order.r");
    assertThat(problems(compilation))
        .isEqualTo(comparable ? List.of() : List.of("error different-types"));
    Outcome outcome =
        compilation
            .mapping()
            .start(RunSettings.DEFAULT)
            .map(new Obj().put("l", values(left).getFirst()).put("r", values(right).getFirst()), 1);
    assertThat(outcome.failed()).isEqualTo(!comparable);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPPER(order.f)          | STRING INTEGER DECIMAL BOOLEAN DATE TIME DATETIME BINARY",
        "ABS(order.f)            | STRING INTEGER DECIMAL",
        "LEFT(\"abc\", order.f)  | STRING INTEGER DECIMAL",
        "IF(order.f, 1, 2)       | STRING BOOLEAN",
        "YEAR(order.f)           | STRING DATE DATETIME",
        "ADD_HOURS(order.f, 1)   | STRING DATE TIME DATETIME",
        "COUNT(order.f)          | ARRAY",
        "KEYS(order.f)           | OBJECT",
        "MAP(order.l[], order.f) | ''",
        "EXISTS(order.f)         | STRING INTEGER DECIMAL BOOLEAN DATE TIME DATETIME BINARY OBJECT ARRAY"
      })
  void an_argument_of_another_type_is_an_error(String formula, String accepted)
      throws PackException {
    List<String> fine = List.of(accepted.split(" "));
    for (FieldType type : types().toList()) {
      Compilation compilation =
          compile(Map.of("f", type, "l", FieldType.ARRAY), FieldType.ANY, "formula", formula);
      assertThat(problems(compilation))
          .as(type + " in " + formula)
          .isEqualTo(fine.contains(type.name()) ? List.of() : List.of("error wrong-type"));
    }
  }

  private static List<Object> values(FieldType type) {
    return VALUES.getOrDefault(type, List.of());
  }

  private static List<String> problems(Compilation compilation) {
    return compilation.problems().stream()
        .map((Problem p) -> p.severity().label() + " " + p.code())
        .toList();
  }

  private static Compilation compile(
      Map<String, FieldType> fields, FieldType target, String part, String text)
      throws PackException {
    List<String> members =
        fields.entrySet().stream()
            .map(f -> "\"%s\": %s".formatted(f.getKey(), schema(f.getValue())))
            .toList();
    String file =
        """
        {"fieldloom": 1, "name": "types",
         "sources": [{"name": "order", "format": "json", "schema":
           {"type": "object", "properties": {%s}}}],
         "target": {"name": "bill", "format": "json", "schema":
           {"type": "object", "properties": {"t": %s}}},
         "rules": [{"to": "t", "%s": %s}]}
        """
            .formatted(String.join(", ", members), schema(target), part, TextNode.valueOf(text));
    Mapping mapping = MappingFile.read(file.getBytes(StandardCharsets.UTF_8), "types");
    return MappingCompiler.compile(
        mapping, SchemaLoader.load(mapping, NO_FILES).schemas(), Map.of());
  }

  private static String schema(FieldType type) {
    return SCHEMAS.getOrDefault(type, "{}");
  }
}
