package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.payload.Workbooks;
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

  @Test
  void whatASampleTellsOfItsOptionsIsPrintedAndOthersAreHeeded() throws IOException {
    Path lines = Files.writeString(folder.resolve("a.txt"), "AB  1 x\nCD 12 y\nEF  3 z\n");
    String options = "{\"records\":[{\"fields\":[{\"name\":\"code\",\"at\":1,\"length\":2}]}]}";

    assertThat(commands.run(terminal, "schema", lines.toString(), "--as", "options"))
        .isEqualTo(Exit.OK);
    assertThat(terminal.out())
        .contains("\"records\"", "\"name\": \"column2\"", "\"align\": \"right\"");
    Captured second = Captured.unattended();
    assertThat(commands.run(second, "schema", lines.toString(), "--options", options))
        .isEqualTo(Exit.OK);
    assertThat(second.out()).isEqualTo("code\tstring\t0..1\t\tmaxLength=2; nullable\n");
    Captured third = Captured.unattended();
    assertThat(commands.run(third, "schema", lines.toString(), "--options", "[]"))
        .isEqualTo(Exit.UNUSABLE);
    assertThat(third.errLines())
        .containsExactly(
            "fieldloom: The options are no JSON object; write them as {\"delimiter\": \";\"}.");
  }

  @Test
  void theRootOfAWorkbookIsASheet() throws IOException {
    String header = "<row><c t='inlineStr'><is><t>a</t></is></c></row>";
    Path book = Files.write(folder.resolve("a.xlsx"), Workbooks.of(header).bytes());

    assertThat(commands.run(terminal, "schema", book.toString(), "--root", "Hidden one"))
        .isEqualTo(Exit.OK);
    assertThat(terminal.out()).isEqualTo("b\tinteger\t0..1\t\t\n");
  }
}
