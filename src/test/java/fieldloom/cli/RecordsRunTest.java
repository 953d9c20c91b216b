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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in which one record becomes many, and many become one. */
class RecordsRunTest {
  private static final String ROWS =
      """
      {"o": "1", "sku": "a", "qty": 1}
      {"o": "1", "sku": "b", "qty": 2}
      {"o": "2", "sku": "c", "qty": 3}
      {"o": "1", "sku": "d", "qty": 4}
      {"o": "3", "sku": "e", "qty": 0}
      """;

  private static final String GROUP_RULES =
      """
      {"to": "key", "from": "row.key"},
      {"to": "skus", "formula": "JOIN(\\"\\", row.items[].sku)"},
      {"to": "total", "formula": "SUM(row.items[].qty)"}
      """;

  private final Commands commands = new Commands();
  private Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");
  private Orders files = new Orders(Path.of(""));

  @BeforeEach
  void layOut() {
    files = new Orders(folder);
  }

  private void mapping(String sources, String targets, String rules) throws IOException {
    files.write(
        "m.flmap",
        """
        {"fieldloom": 1, "name": "records", "sources": [%s], %s, "rules": [%s]}
        """
            .formatted(sources, targets, rules));
  }

  private static String source(String name, String format, String more) {
    return "{\"name\": \"%s\", \"format\": \"%s\"%s}".formatted(name, format, more);
  }

  private static String target(String format) {
    return "\"target\": " + source("bill", format, "");
  }

  private int run(String... more) {
    List<String> words = new ArrayList<>(List.of("run", files.path("m.flmap")));
    words.addAll(List.of(more));
    terminal = Captured.unattended();
    return commands.run(terminal, words.toArray(String[]::new));
  }

  private List<String> rows(String... more) throws IOException {
    files.write("rows.ndjson", ROWS);
    List<String> words =
        new ArrayList<>(
            List.of("--in", "row=" + files.path("rows.ndjson"), "--out", files.path("out")));
    words.addAll(List.of(more));
    assertThat(run(words.toArray(String[]::new))).as(terminal.err()).isEqualTo(Exit.OK);
    return Files.readAllLines(folder.resolve("out"));
  }

  /** Leaves out what fails, with its errors in a file. */
  private int skipping(String source, String file, String threads) {
    return run(
        "--in",
        source + "=" + files.path(file),
        "--out",
        files.path("out"),
        "--errors",
        files.path("errors"),
        "--on-error",
        "skip",
        "--threads",
        threads);
  }

  private String counts() {
    return terminal.errLines().getLast().replaceFirst(" in .*", "");
  }

  @Test
  void oneDocumentBecomesARecordForEachOfItsLines() throws IOException {
    mapping(
        source("order", "json", ""),
        target("csv"),
        """
        {"to": "[]", "each": "order.lines[]", "as": "line", "where": "line.qty > 0",
         "orderBy": [{"by": "line.sku"}]},
        {"to": "no", "from": "order.no"},
        {"to": "sku", "from": "line.sku"},
        {"to": "label", "formula": "bill.no & \\"-\\" & bill.sku & \\"-\\" & POSITION()"}
        """);
    files.write(
        "order.json",
        "{\"no\": \"7\", \"lines\": [{\"sku\": \"b\", \"qty\": 1}, {\"sku\": \"x\", \"qty\": 0},"
            + " {\"sku\": \"a\", \"qty\": 2}]}");
    assertThat(run("--in", "order=" + files.path("order.json"), "--out", files.path("out")))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    assertThat(folder.resolve("out")).hasContent("no,sku,label\n7,a,7-a-1\n7,b,7-b-2\n");
    assertThat(counts()).isEqualTo("1 read, 2 written, 0 failed");
  }

  @Test
  void loopsOnTheRecordsAppendAndAJsonDocumentOfManyIsAList() throws IOException {
    mapping(
        source("order", "json", ""),
        target("json"),
        """
        {"to": "[]", "each": "order.lines[]", "as": "line"},
        {"to": "[]", "each": "order.fees[]", "as": "fee", "when": "order.no == 7"},
        {"to": "no", "from": "order.no"},
        {"to": "what", "from": "line.sku"},
        {"to": "what", "from": "fee.name"},
        {"to": "parts[]", "each": "line.parts[]", "as": "part"},
        {"to": "parts[].id", "from": "part"}
        """);
    files.write(
        "order.json",
        "{\"no\": 7, \"lines\": [{\"sku\": \"b\", \"parts\": [1, 2]}], \"fees\": [{\"name\": \"f\"}]}");
    assertThat(run("--in", "order=" + files.path("order.json"), "--out", files.path("out")))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    assertThat(folder.resolve("out"))
        .hasContent(
            """
            [
            {"no":7,"what":"b","parts":[{"id":1},{"id":2}]},
            {"no":7,"what":"f"}
            ]
            """);
  }

  @Test
  void aListMayBeTheRecordsAndAListThatIsNotThereIsNone() throws IOException {
    mapping(
        source("order", "ndjson", ""),
        target("ndjson"),
        "{\"to\": \"[]\", \"from\": \"order.x[]\"}");
    files.write("in", "{\"x\": [{\"a\": 1}, {\"a\": 2}]}\n{}\n{\"x\": null}\n{\"x\": []}\n");
    assertThat(run("--in", "order=" + files.path("in"), "--out", files.path("out")))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    assertThat(folder.resolve("out")).hasContent("{\"a\":1}\n{\"a\":2}\n");
    assertThat(counts()).isEqualTo("4 read, 2 written, 0 failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void aRecordOfWhichOnePartFailsGivesNoneAndLosesNoOther(String threads) throws IOException {
    mapping(
        source("order", "ndjson", ""),
        target("ndjson"),
        """
        {"to": "[]", "each": "order.lines[]", "as": "line"},
        {"to": "half", "formula": "6 / line.qty"}
        """);
    files.write(
        "in",
        "{\"lines\": [{\"qty\": 1}]}\n{\"lines\": [{\"qty\": 2}, {\"qty\": 0}]}\n"
            + "{\"lines\": [{\"qty\": 3}, {\"qty\": 6}]}\n");
    assertThat(skipping("order", "in", threads)).isEqualTo(Exit.FAILED);
    assertThat(folder.resolve("out")).hasContent("{\"half\":6}\n{\"half\":2}\n{\"half\":1}\n");
    assertThat(counts()).isEqualTo("3 read, 3 written, 1 failed");
    assertThat(Files.readString(folder.resolve("errors")))
        .startsWith("{\"record\":2,\"at\":\"line 2\",\"target\":\"[2].half\",\"formula\":\"1:");
  }

  @Test
  void recordsThatTheConditionLeavesOutAreReadAndNotWritten() throws IOException {
    mapping(
        source("row", "ndjson", ", \"where\": \"row.qty > limit\""),
        target("ndjson") + ", \"variables\": [{\"name\": \"limit\", \"formula\": \"1 + 1\"}]",
        "{\"to\": \"sku\", \"from\": \"row.sku\"}");
    assertThat(rows()).containsExactly("{\"sku\":\"c\"}", "{\"sku\":\"d\"}");
    assertThat(counts()).isEqualTo("5 read, 2 written, 0 failed");
    assertThat(rows("--threads", "2")).containsExactly("{\"sku\":\"c\"}", "{\"sku\":\"d\"}");
    assertThat(counts()).isEqualTo("5 read, 2 written, 0 failed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"row.o\" | key | 1 abd 7, 2 c 3, 3 e 0",
        "\"row.o\" | adjacent | 1 ab 3, 2 c 3, 1 d 4, 3 e 0",
        "\"row.qty >= 2 AND row.qty < 4\" | startingWith | 1 a 1, 2 b 2, 3 cde 7",
        "2 | blocks | 1 ab 3, 2 cd 7, 3 e 0"
      })
  void recordsAreMergedByKeyInARowFromAStartOrInBlocks(String groupBy, String group, String wanted)
      throws IOException {
    mapping(
        source("row", "ndjson", ", \"groupBy\": " + groupBy + ", \"group\": \"" + group + "\""),
        "\"target\": "
            + source("bill", "csv", ", \"options\": {\"delimiter\": \" \", \"header\": false}"),
        GROUP_RULES);
    List<String> lines = List.of(wanted.split(", "));
    assertThat(rows()).isEqualTo(lines);
    assertThat(counts()).isEqualTo("5 read, " + lines.size() + " written, 0 failed");
    assertThat(rows("--threads", "2")).isEqualTo(lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void aGroupThatFailsIsOneFailureAtItsFirstRecordAndABadRecordIsOneByItself(String threads)
      throws IOException {
    mapping(
        source("row", "ndjson", ", \"where\": \"row.qty >= 0\", \"groupBy\": [\"row.o\"]"),
        target("ndjson"),
        """
        {"to": "o", "from": "row.key.o"},
        {"to": "each", "formula": "12 / SUM(row.items[].qty)"}
        """);
    files.write(
        "rows",
        """
        {"o": "1", "qty": 4}
        {"o": "2", "qty": 0}
        {"o": "1", "qty": "x"}
        {broken
        {"o": "2", "qty": 0}
        {"o": "1", "qty": 2}
        """);
    assertThat(skipping("row", "rows", threads)).isEqualTo(Exit.FAILED);
    assertThat(folder.resolve("out")).hasContent("{\"o\":\"1\",\"each\":2}\n");
    assertThat(counts()).isEqualTo("6 read, 1 written, 3 failed");
    assertThat(Files.readAllLines(folder.resolve("errors")))
        .satisfiesExactly(
            unfit ->
                assertThat(unfit)
                    .startsWith("{\"record\":3,\"at\":\"line 3\",\"target\":null,\"formula\":\"1:")
                    .contains("The record cannot be chosen or grouped: ")
                    .endsWith("\"input\":{\"o\":\"1\",\"qty\":\"x\"}}"),
            broken -> assertThat(broken).startsWith("{\"record\":4,\"at\":\"line 4\""),
            group ->
                assertThat(group)
                    .startsWith("{\"record\":2,\"at\":\"line 2\",\"target\":\"each\"")
                    .contains("\"input\":{\"key\":{\"o\":\"2\"},\"items\":[{"));
  }

  @Test
  void groupsThatGoToTheDiskAreTheSame() throws IOException {
    mapping(source("row", "ndjson", ", \"groupBy\": \"row.k\""), target("ndjson"), GROUP_RULES);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      int key = i * 7919 % 501;
      rows.append("{\"k\": %d, \"sku\": \"s%d\", \"qty\": %d.50}%n".formatted(key, i, i));
    }
    files.write("in", rows.toString());
    assertThat(run("--in", "row=" + files.path("in"), "--out", files.path("wide")))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    String narrow = files.path("narrow");
    assertThat(run("--in", "row=" + files.path("in"), "--out", narrow, "--memory", "64KB"))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    assertThat(counts()).isEqualTo("3000 read, 501 written, 0 failed");
    assertThat(folder.resolve("narrow")).hasSameBinaryContentAs(folder.resolve("wide"));
  }

  @Test
  void whatIsSaidInTheWrongPlaceIsRefusedInASentence() throws IOException {
    mapping(
        source("row", "ndjson", ", \"groupBy\": \"row.o\"")
            + ", "
            + source("other", "ndjson", ", \"where\": \"other.x\""),
        target("ndjson") + ", \"variables\": [{\"name\": \"v\", \"formula\": \"row.o\"}]",
        """
        {"to": "[]", "each": "row.items[]", "as": "i", "where": "bill.o == 1"},
        {"to": "o", "from": "row.o"},
        {"to": "[].x", "from": "row.key"}
        """);
    assertThat(commands.run(terminal, "validate", files.path("m.flmap"))).isEqualTo(Exit.FAILED);
    assertThat(terminal.out())
        .contains("Only the first source is chosen from and grouped; other is not it.")
        .contains("The schema has no field “o” at row.o.")
        .contains("Fields of bill are those of one record, which is not there yet.")
        .contains("[] alone means the target's records.");
  }

  @Test
  void testCasesSplitAndMergeAsRunsDo() throws IOException {
    files.write(
        "m.flmap",
        """
        {"fieldloom": 1, "name": "records",
         "sources": [{"name": "row", "format": "json", "where": "row.qty > 0",
                      "groupBy": "row.o", "group": "key"}],
         "target": {"name": "bill", "format": "json"},
         "rules": [{"to": "[]", "each": "row.items[]", "as": "i"},
                   {"to": "o", "from": "row.key"}, {"to": "of", "formula": "COUNT(row.items[])"},
                   {"to": "sku", "from": "i.sku"}],
         "tests": [{"name": "rows", "in": {"row": "in.json"}, "expect": "out.json"},
                   {"name": "one", "in": {"row": "one.json"}, "expect": "one-out.json"}]}
        """);
    files.write("in.json", "[" + String.join(",", ROWS.strip().split("\n")) + "]");
    files.write(
        "out.json",
        """
        [{"o": "1", "of": 3, "sku": "a"}, {"o": "1", "of": 3, "sku": "b"},
         {"o": "1", "of": 3, "sku": "d"}, {"o": "2", "of": 1, "sku": "c"}]
        """);
    files.write("one.json", "{\"o\": \"1\", \"qty\": 1, \"sku\": \"a\"}");
    files.write("one-out.json", "[{\"o\": \"1\", \"of\": 1, \"sku\": \"a\"}]");
    assertThat(commands.run(terminal, "test", files.path("m.flmap")))
        .as(terminal.out() + terminal.err())
        .isEqualTo(Exit.OK);
  }
}
