package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
  private static final String GOOD_BILLS =
      "{\"id\":\"a\",\"org\":\"100\",\"qty\":1}\n{\"id\":\"b\",\"org\":\"100\",\"qty\":2}\n";

  private final Commands commands = new Commands();
  private Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");

  private int run(Orders orders, String in, String... more) {
    List<String> words =
        new ArrayList<>(List.of("run", orders.mapping(), "--in", "order=" + orders.path(in)));
    words.addAll(Arrays.asList(more));
    return commands.run(terminal, words.toArray(String[]::new));
  }

  private String lastLine() {
    return terminal.errLines().getLast();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void aRunWritesItsTargetWithAnyNumberOfThreads(int threads) throws IOException {
    Orders orders = Orders.in(folder);

    int status =
        run(orders, "good.ndjson", "--out", orders.path("o.ndjson"), "--threads", "" + threads);

    assertThat(status).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(orders.read("o.ndjson")).isEqualTo(GOOD_BILLS);
    assertThat(terminal.err()).matches("2 read, 2 written, 0 failed in \\d+\\.\\d\\d s\n");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void standardInputIsReadAndStandardOutputCarriesNothingButRecords() throws IOException {
    Orders orders = Orders.in(folder);
    terminal = Captured.reading("{\"id\": \"单\", \"q\": 5}\n");

    int status =
        commands.run(
            terminal, "run", orders.mapping(), "--in", "order=-", "--out", "-", "--set", "org=华东");

    assertThat(status).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(terminal.out()).isEqualTo("{\"id\":\"单\",\"org\":\"华东\",\"qty\":5}\n");
    assertThat(lastLine()).startsWith("1 read, 1 written, 0 failed in ");
  }

  @Test
  void aBadRecordEndsTheRunAndLeavesNoFile() throws IOException {
    Orders orders = Orders.in(folder);

    assertThat(run(orders, "bad.ndjson", "--out", orders.path("o.ndjson"))).isEqualTo(Exit.FAILED);
    assertThat(orders.has("o.ndjson")).isFalse();
    assertThat(terminal.errLines()).hasSize(2);
    assertThat(terminal.errLines().getFirst())
        .contains("record 2", "line 2", "qty", "quantity must be positive");
    assertThat(lastLine()).contains(" read, ").contains(" 1 failed in ");
  }

  @Test
  void withSkipTheGoodRecordsAreWrittenAndTheErrorsFileTakesTheBad() throws IOException {
    Orders orders = Orders.in(folder);

    int status =
        run(
            orders,
            "bad.ndjson",
            "--out",
            "bill=" + orders.path("o.ndjson"),
            "--on-error",
            "skip",
            "--errors",
            orders.path("e.ndjson"));

    assertThat(status).isEqualTo(Exit.FAILED);
    assertThat(orders.read("o.ndjson").lines()).hasSize(2);
    assertThat(orders.read("e.ndjson").lines())
        .singleElement()
        .asString()
        .contains("\"record\":2", "quantity must be positive", "\"q\":0");
    assertThat(terminal.errLines())
        .singleElement()
        .asString()
        .startsWith("3 read, 2 written, 1 failed in ");
  }

  @Test
  void anUnusableMappingIsNamedFunctionAndPlaceAndNothingIsWritten() throws IOException {
    Orders orders = Orders.in(folder, "1 +\\nUPPR(order.id)");

    assertThat(run(orders, "good.ndjson", "--out", orders.path("o.ndjson")))
        .isEqualTo(Exit.UNUSABLE);
    assertThat(orders.has("o.ndjson")).isFalse();
    assertThat(terminal.errLines()).singleElement().asString().contains("UPPR", "2:1", "qty");
  }

  @ParameterizedTest
  @CsvSource({
    "--set nope=1, nope",
    "--in order=none.ndjson, none.ndjson",
    "--in stock=good.ndjson, 'one of: order'",
    "--out o.ndjson --out bill=p.ndjson, bill twice"
  })
  void whatCannotBeUsedIsNamedInOneLine(String options, String said) throws IOException {
    Orders orders = Orders.in(folder);
    List<String> words = new ArrayList<>(List.of("run", orders.mapping()));
    if (!options.startsWith("--in order")) {
      words.addAll(List.of("--in", "order=" + orders.path("good.ndjson")));
    }
    words.addAll(List.of(options.split(" ")));

    assertThat(commands.run(terminal, words.toArray(String[]::new))).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).singleElement().asString().contains(said);
  }

  @Test
  void aSourceWithoutAFileIsNamed() throws IOException {
    Orders orders = Orders.in(folder);

    assertThat(commands.run(terminal, "run", orders.mapping(), "--out", "-"))
        .isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).singleElement().asString().contains("order", "--in");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void aFileThatIsNoMappingIsRefusedWithThePointer() throws IOException {
    Path mapping =
        Files.writeString(
            folder.resolve("m.flmap"),
            """
            {"fieldloom": 1, "name": "m", "sources": [{"name": "a", "format": "json"}],
             "target": {"name": "b", "format": "json"}, "rules": [{"to": 5, "from": "a.x"}]}
            """);

    assertThat(commands.run(terminal, "run", mapping.toString())).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).singleElement().asString().contains("/rules/0/to");
  }
}
