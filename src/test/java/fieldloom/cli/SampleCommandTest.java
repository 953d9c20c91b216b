package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCommandTest {
  private static final String SCHEMA =
      """
      {"type":"object","required":["orderNo"],"properties":{
        "orderNo":{"type":"string","maxLength":20},"city":{"type":"string"},
        "qty":{"type":"integer","minimum":1,"maximum":99}}}
      """;

  @TempDir private Path folder = Path.of("");
  private Path schema = Path.of("");
  private final Captured terminal = Captured.unattended();

  @BeforeEach
  void write() throws IOException {
    schema = Files.writeString(folder.resolve("order.schema.json"), SCHEMA);
  }

  private int run(String... args) {
    return new Commands().run(terminal, args);
  }

  @Test
  void oneRecordIsADocumentAndTheSameSeedGivesIt() {
    assertThat(run("sample", schema.toString())).isZero();
    String once = terminal.out();
    assertThat(once).startsWith("{").contains("\"orderNo\"", "\"qty\"");
    run("sample", schema.toString(), "--seed", "1");
    assertThat(terminal.out()).isEqualTo(once + once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "ndjson", "csv", "xml", "xlsx"})
  void theEndingOfTheFileTellsTheFormat(String ending) throws IOException {
    Path out = folder.resolve("order." + ending);
    int status = run("sample", schema.toString(), "--count", "1", "--out", out.toString());
    assertThat(terminal.err()).isEmpty();
    assertThat(status).isZero();
    assertThat(Files.size(out)).isPositive();
  }

  @Test
  void kindsComeInTurn() throws FormatException {
    run(
        "sample",
        schema.toString(),
        "--count",
        "2",
        "--kind",
        "empty,largest",
        "--format",
        "ndjson");
    String[] lines = terminal.out().split("\n");
    assertThat(JsonValues.parse(lines[0]).toString()).startsWith("{orderNo=").doesNotContain("qty");
    assertThat(lines[1]).contains("\"qty\":99");
  }

  @Test
  void namesAreChineseWhereThatIsAskedFor() {
    run("sample", schema.toString(), "--language", "zh");
    assertThat(terminal.out()).containsPattern("\"city\":\\s*\"\\p{IsHan}+市\"");
  }

  @Test
  void whatCannotBeDoneIsSaidInASentence() throws IOException {
    assertThat(run("sample", schema.toString(), "--count", "0")).isEqualTo(Exit.UNUSABLE);
    assertThat(run("sample", schema.toString(), "--format", "edi")).isEqualTo(Exit.UNUSABLE);
    assertThat(run("sample", folder.resolve("none.json").toString())).isEqualTo(Exit.UNUSABLE);
    Path any =
        Files.writeString(
            folder.resolve("any.schema.json"),
            "{\"type\":\"object\",\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"}");
    assertThat(run("sample", any.toString(), "--kind", "odd")).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).hasSize(4).allMatch(line -> !line.isBlank());
  }
}
