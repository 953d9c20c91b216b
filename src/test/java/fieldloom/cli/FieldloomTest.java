package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldloomTest {
  private final Commands commands = new Commands();
  private final Captured terminal = Captured.unattended();

  @Test
  void withoutACommandTheDesignerOpens() {
    assertThat(commands.run(terminal)).isEqualTo(Exit.OK);
    assertThat(commands.asked()).isEqualTo("window");
    assertThat(terminal.out() + terminal.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bogus, 'there is no command \"bogus\"'",
    "validat, is it validate?",
    "run, MAPPING|PACKAGE",
    "run m --thread 3, is it --threads?",
    "run m --threads many, --threads",
    "run m --threads 0, from 1 to 256",
    "run m --on-error ignore, 'want stop or skip, not ''ignore'''",
    "run m --set x, KEY=VALUE",
    "validate a b, '\"b\" is one argument too many'",
    "schema f --as xml, 'want tsv or json'",
    "render m, --out",
    "render m --out c.gif, .png or .svg",
    "render m --out c.png --size 9, WxH",
    "export m --out f, --as",
    "export m --as xslt --out f, exports no xslt",
    "import sheet.xlsx --out d, imports no mapping sheets",
    "suggest m, 'there is no command \"suggest\"'",
    "trace m, --to",
    "job, 'wants one of: list, run, history'",
    "job history --limit 0, from 1 on"
  })
  void anUnusableCommandLineIsOneLineAndStatusTwo(String line, String said) {
    assertThat(commands.run(terminal, line.split(" "))).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).singleElement().asString().contains(said);
    assertThat(terminal.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate",
        "diff no/such.file",
        "trace --to qty",
        "run",
        "test",
        "schema --as tsv",
        "render --out c.png",
        "export --as package --out f",
        "import --out d"
      })
  void aFileThatIsNotThereIsNamed(String line) {
    String[] words = (line + " no/such.file").split(" ");

    assertThat(commands.run(terminal, words)).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).singleElement().asString().contains("such.file");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void whatGoesWrongIsOneLineAndAStackTraceOnlyOnRequest() {
    assertThat(commands.run(terminal, "demo", "--dir", "d")).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).containsExactly("fieldloom: The disk is full.");
    assertThat(commands.asked()).isEqualTo("demo d");

    Captured verbose = Captured.unattended();
    assertThat(commands.run(verbose, "demo", "--verbose")).isEqualTo(Exit.UNUSABLE);
    assertThat(verbose.err()).contains("\tat ").endsWith("fieldloom: The disk is full.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "run --help", "job --help", "job history -h", "--version"})
  void helpGoesToStandardOutput(String line) {
    assertThat(commands.run(terminal, line.split(" "))).isEqualTo(Exit.OK);
    assertThat(terminal.out()).contains("fieldloom");
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void theHelpListsEveryCommand() {
    commands.run(terminal, "--help");

    assertThat(terminal.out())
        .contains(
            "demo",
            "schema",
            "validate",
            "run",
            "test",
            "diff",
            "render",
            "export",
            "import",
            "job");
  }
}
