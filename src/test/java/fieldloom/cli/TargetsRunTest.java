package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs from two sources to three targets of different formats. */
class TargetsRunTest {
  private static final String MAPPING =
      """
      {"fieldloom": 1, "name": "targets",
       "sources": [{"name": "order", "format": "ndjson"}, {"name": "stock", "format": "csv"}],
       "targets": [{"name": "bill", "format": "json"}, {"name": "pick", "format": "csv"},
                   {"name": "missing", "format": "ndjson"}],
       "rules": [
         {"to": "no", "from": "order.no"},
         {"to": "lines[]", "each": "order.lines[]", "as": "line",
          "join": {"with": "stock[]", "as": "s", "on": "s.sku == line.sku", "match": "%s",
                   "rejects": "missing"}},
         {"to": "lines[].sku", "from": "line.sku"},
         {"to": "lines[].bin", "from": "s.bin"},
         {"to": "[]", "target": "pick", "each": "order.lines[]", "as": "p",
          "join": {"with": "stock[]", "as": "t", "on": "t.sku == p.sku"}},
         {"to": "bin", "target": "pick", "from": "t.bin"},
         {"to": "qty", "target": "pick", "from": "p.qty"},
         {"to": "order", "target": "missing", "from": "order.no"},
         {"to": "sku", "target": "missing", "from": "line.sku"}]}
      """;

  private final Commands commands = new Commands();
  private final Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");
  private Orders files = new Orders(Path.of(""));

  @BeforeEach
  void layOut() throws IOException {
    files = new Orders(folder);
    files.write("stock.csv", "sku,bin\nA,a1\nB,b1\nA,a2\n");
    files.write(
        "orders.ndjson",
        """
        {"no": 1, "lines": [{"sku": "A", "qty": 5}, {"sku": "X", "qty": 1}]}
        {"no": 2, "lines": [{"sku": "B", "qty": 7}]}
        """);
  }

  private int run(String match, String... more) throws IOException {
    files.write("m.flmap", MAPPING.formatted(match));
    List<String> words =
        new ArrayList<>(
            List.of(
                "run",
                files.path("m.flmap"),
                "--in",
                "order=" + files.path("orders.ndjson"),
                "--in",
                "stock=" + files.path("stock.csv"),
                "--out",
                files.path("bill.json"),
                "--out",
                "pick=" + files.path("pick.csv"),
                "--out",
                "missing=" + files.path("missing.ndjson")));
    words.addAll(List.of(more));
    return commands.run(terminal, words.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void oneRecordBecomesTwoDocumentsAndWhatFindsNoPartnerAThird(String threads) throws IOException {
    assertThat(run("all", "--threads", threads)).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(folder.resolve("bill.json"))
        .hasContent(
            """
            [
            {"no":1,"lines":[{"sku":"A","bin":"a1"},{"sku":"A","bin":"a2"}]},
            {"no":2,"lines":[{"sku":"B","bin":"b1"}]}
            ]
            """);
    assertThat(folder.resolve("pick.csv")).hasContent("bin,qty\na1,5\na2,5\nb1,7\n");
    assertThat(folder.resolve("missing.ndjson")).hasContent("{\"order\":1,\"sku\":\"X\"}\n");
    assertThat(terminal.errLines().getLast()).startsWith("2 read, 2 written, 0 failed");
  }

  @Test
  void theFirstPartnerIsTheFirstInTheSourcesOrder() throws IOException {
    assertThat(run("first")).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(Files.readString(folder.resolve("bill.json")))
        .contains("{\"no\":1,\"lines\":[{\"sku\":\"A\",\"bin\":\"a1\"}]}");
  }

  @Test
  void aSecondPartnerOfAUniqueJoinFailsTheRecordInAllTargets() throws IOException {
    int exit = run("unique", "--on-error", "skip", "--errors", files.path("errors"));
    assertThat(exit).isEqualTo(Exit.FAILED);
    assertThat(folder.resolve("bill.json"))
        .hasContent("[\n{\"no\":2,\"lines\":[{\"sku\":\"B\",\"bin\":\"b1\"}]}\n]\n");
    assertThat(folder.resolve("pick.csv")).hasContent("bin,qty\nb1,7\n");
    assertThat(folder.resolve("missing.ndjson")).isEmptyFile();
    assertThat(Files.readAllLines(folder.resolve("errors")))
        .singleElement()
        .asString()
        .contains("\"record\":1", "\"code\":\"join-not-unique\"", "more than one match for “A”");
  }

  @Test
  void joinsThatGoToTheDiskGiveTheSame() throws IOException {
    StringBuilder stock = new StringBuilder("sku,bin\n");
    StringBuilder orders = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      stock.append("s%d,b%d%n".formatted(i * 7919 % 700, i));
      orders.append(
          "{\"no\": %d, \"lines\": [{\"sku\": \"s%d\", \"qty\": 1}]}%n".formatted(i, i % 800));
    }
    files.write("stock.csv", stock.toString());
    files.write("orders.ndjson", orders.toString());
    assertThat(run("all")).as(terminal.err()).isEqualTo(Exit.OK);
    List<String> names = List.of("bill.json", "pick.csv", "missing.ndjson");
    for (String name : names) {
      Files.move(folder.resolve(name), folder.resolve(name + ".wide"));
    }
    assertThat(run("all", "--memory", "64KB", "--threads", "2"))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    for (String name : names) {
      assertThat(folder.resolve(name)).hasSameBinaryContentAs(folder.resolve(name + ".wide"));
    }
  }

  @Test
  void anAmountOfMemoryThatIsNoneIsRefused() throws IOException {
    assertThat(run("all", "--memory", "much")).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.err()).contains("want a size such as 64MB or 1GB, not 'much'");
    assertThat(run("all", "--memory", "1KB")).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.err()).contains("want at least 64KB, not '1KB'");
  }
}
