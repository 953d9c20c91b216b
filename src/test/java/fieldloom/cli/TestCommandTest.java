package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code test} says beside passed and failed. */
class TestCommandTest {
  private final Commands commands = new Commands();
  private final Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");
  private Path mapping = Path.of("");

  @BeforeEach
  void aMappingWithThreeTests() throws IOException {
    Files.writeString(folder.resolve("in.json"), "{\"a\": \"<&\\u0001\", \"l\": [1, 2, 3]}");
    Files.writeString(folder.resolve("good.json"), "{\"a\": \"<&\\u0001\", \"l\": [1, 2, 3.0]}");
    Files.writeString(folder.resolve("bad.json"), "{\"a\": \"x\", \"l\": [3, 1, 2]}");
    mapping =
        Files.writeString(
            folder.resolve("m.flmap"),
            """
            {"fieldloom": 1, "name": "orders & bills",
             "sources": [{"name": "o", "format": "json"}],
             "target": {"name": "t", "format": "json"},
             "rules": [{"to": "a", "from": "o.a"}, {"to": "l", "from": "o.l"},
                       {"to": "n", "formula": "IF(o.no == 1, 2)", "when": "o.no == 1"}],
             "tests": [{"name": "good", "in": {"o": "in.json"}, "expect": "good.json"},
                       {"name": "bad", "in": {"o": "in.json"}, "expect": "bad.json"},
                       {"name": "ids", "in": {"o": "in.json"}, "expect": "bad.json",
                        "ignore": ["a", "l"]},
                       {"name": "none", "in": {"o": "none.json"}, "expect": "bad.json"}]}
            """);
  }

  @Test
  void what_is_reordered_is_said_with_both_numbers_and_what_is_ignored_is_not() {
    assertThat(commands.run(terminal, "test", mapping.toString())).isEqualTo(Exit.FAILED);
    assertThat(terminal.out())
        .contains("ok\tgood\n", "ok\tids\n", "FAIL\tbad\n\tt record 1, a: wanted \"x\", got ")
        .contains("\tt record 1, l[3]: reordered, wanted as number 1, got as number 3\n")
        .contains("2 passed, 2 failed");
  }

  @Test
  void what_no_test_touches_is_printed_when_asked_for() {
    commands.run(terminal, "test", mapping.toString(), "--coverage");
    assertThat(terminal.out())
        .contains("3 of 3 rules touched by a test\n\tn: when o.no == 1 is never true\n");
  }

  @Test
  void results_are_written_as_junit_does() throws Exception {
    Path file = folder.resolve("out/results.xml");
    assertThat(commands.run(terminal, "test", mapping.toString(), "--junit", file.toString()))
        .isEqualTo(Exit.FAILED);
    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    Element all = xml.getDocumentElement();
    assertThat(all.getTagName()).isEqualTo("testsuites");
    Element suite = (Element) all.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("name")).isEqualTo("orders & bills");
    assertThat(suite.getAttribute("tests")).isEqualTo("4");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getAttribute("time")).matches("\\d+\\.\\d{3}");
    NodeList cases = suite.getElementsByTagName("testcase");
    assertThat(cases.getLength()).isEqualTo(4);
    Element bad = (Element) cases.item(1);
    assertThat(bad.getAttribute("name")).isEqualTo("bad");
    assertThat(bad.getAttribute("classname")).isEqualTo("orders & bills");
    Element failure = (Element) bad.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("2 differences");
    assertThat(failure.getTextContent())
        .contains("t record 1, a: wanted \"x\", got \"<&")
        .contains("l[3]: reordered");
    Element none = (Element) cases.item(3);
    assertThat(((Element) none.getElementsByTagName("error").item(0)).getAttribute("message"))
        .startsWith("The file none.json cannot be read");
  }

  @Test
  void a_file_that_cannot_be_written_is_one_sentence() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    assertThat(commands.run(terminal, "test", mapping.toString(), "--junit", taken.toString()))
        .isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.err().lines()).hasSize(1);
    assertThat(terminal.err()).contains("taken");
  }
}
