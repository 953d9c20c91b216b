package fieldloom.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.engine.CompiledMapping;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.model.Problem;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide says of formulas is so. */
class FormulaGuideTest {
  private static final Path GUIDE = Path.of("assets/docs/guide/formulas.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);
  private static final List<String> FIELDS = List.of("qty", "remark", "status", "vip", "lines");

  static Stream<MatchResult> absentAndNull() throws IOException {
    String guide = Files.readString(GUIDE);
    return ROW.matcher(guide.substring(guide.indexOf("| formula | absent | null |"))).results();
  }

  @Test
  void theTableOfAbsentAndNullIsFound() throws IOException {
    assertThat(absentAndNull()).hasSizeGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("absentAndNull")
  void absentAndNullGiveWhatTheTableSays(MatchResult row) throws PackException {
    Obj nulls = new Obj();
    FIELDS.forEach(field -> nulls.put(field, Null.NULL));

    assertThat(result(row.group(1), new Obj())).as("absent").isEqualTo(wanted(row.group(2)));
    assertThat(result(row.group(1), nulls)).as("null").isEqualTo(wanted(row.group(3)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          0.1 + 0.2           | 0.3
          19.90 * 2           | 39.80
          ROUND(1.005, 2)     | 1.01
          ROUND(-2.5, 0)      | -3
          = 1 / 3             | 0.3333333333333333333333333333333333
          12345678901234567890.123456789 | 12345678901234567890.123456789
          FORMATDATE("2026-12-31T20:15:00-05:00", "yyyy-MM-dd") | 2026-12-31
          FORMATDATE(TO_ZONE("2026-12-31T20:15:00-05:00", "Asia/Shanghai"), "yyyy-MM-dd") | 2027-01-01
          """)
  void theExamplesGiveWhatTheGuideSays(String formula, String wanted) throws PackException {
    assertThat(result(formula, new Obj())).isEqualTo(wanted);
  }

  @Test
  void aSingleEqualsSignIsAnErrorThatProposesTwo() throws PackException {
    List<Problem> problems = project("order.status = \"open\"").problems();

    assertThat(problems).anyMatch(problem -> problem.isError() && problem.line().contains("=="));
  }

  /** The result as text; {@code absent} where the field is not there. */
  private static String result(String formula, Obj record) throws PackException {
    Project project = project(formula);
    assertThat(project.problems()).filteredOn(Problem::isError).isEmpty();
    CompiledMapping.Run run = project.compilation().mapping().start(RunSettings.DEFAULT);
    Outcome outcome = run.map(record, 1);
    assertThat(outcome.failures()).isEmpty();
    return ((Obj) outcome.outputs().get("bill").getFirst()).get("x").toString();
  }

  private static String wanted(String cell) {
    return switch (cell) {
      case "skips it" -> "0";
      case "TRUE" -> "true";
      case "FALSE" -> "false";
      default -> cell.replace("`", "").replace("\"", "");
    };
  }

  private static Project project(String formula) throws PackException {
    ObjectNode mapping = JsonMapper.builder().build().createObjectNode();
    mapping.put("fieldloom", 1).put("name", "guide");
    mapping.putArray("sources").addObject().put("name", "order").put("format", "json");
    mapping.putObject("target").put("name", "bill").put("format", "json").putObject("schema");
    mapping.putArray("rules").addObject().put("to", "x").put("formula", formula);
    return Projects.load(
        MappingFile.read(mapping.toString().getBytes(StandardCharsets.UTF_8), "guide"),
        name -> {
          throw new FileNotFoundException(name);
        });
  }
}
