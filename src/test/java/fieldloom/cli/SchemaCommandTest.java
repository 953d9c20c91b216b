package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {
  private final Commands commands = new Commands();
  private final Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");

  @Test
  void aSampleIsPrintedOneRowAField() throws IOException {
    Path sample =
        Files.writeString(
            folder.resolve("订单.json"), "{\"no\":\"a\",\"lines\":[{\"qty\":1},{\"qty\":2.5}]}");

    assertThat(commands.run(terminal, "schema", sample.toString())).isEqualTo(Exit.OK);
    assertThat(terminal.out().lines().map(line -> line.split("\t", -1)[0]))
        .contains("no", "lines[]", "lines[].qty");
    assertThat(terminal.out()).containsPattern("(?m)^lines\\[\\]\\.qty\tdecimal\t");
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void onlyThePartBelowARootIsPrintedAndAsJsonOnRequest() throws IOException {
    Path sample = Files.writeString(folder.resolve("a.json"), "{\"a\":{\"b\":1},\"c\":2}");

    assertThat(commands.run(terminal, "schema", sample.toString(), "--root", "a", "--as", "json"))
        .isEqualTo(Exit.OK);
    assertThat(terminal.out()).startsWith("[").contains("\"path\"", "b").doesNotContain("\"c\"");
  }

  @Test
  void aFileThatIsNoSchemaIsRefusedInOneLine() throws IOException {
    Path broken = Files.writeString(folder.resolve("a.json"), "{\"a\":");

    assertThat(commands.run(terminal, "schema", broken.toString())).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).singleElement().asString().contains("a.json");
    assertThat(terminal.out()).isEmpty();
  }
}
