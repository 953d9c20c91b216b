package fieldloom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Job.OnError;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Projects;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.Kind;
import fieldloom.store.Store.RunState;
import fieldloom.store.Stores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of real mappings, compiled by the engine. */
class RealMappingRunTest extends RunFixture {
  private static final String TWO_TARGETS =
      """
      {
        "fieldloom": 1,
        "name": "two targets",
        "sources": [
          {"name": "order", "format": "ndjson"},
          {"name": "stock", "format": "csv"}
        ],
        "targets": [
          {"name": "bill", "format": "ndjson"},
          {"name": "rejected", "format": "csv", "schema": {"type": "object",
            "properties": {"order": {"type": "string"}, "sku": {"type": "string"}}}}
        ],
        "params": [{"name": "org"}],
        "rules": [
          {"to": "id", "from": "order.id"},
          {"to": "org", "formula": "param.org"},
          {"to": "lines[]", "each": "order.lines[]", "as": "line",
            "join": {"with": "stock[]", "as": "s", "on": "s.sku == line.sku",
              "rejects": "rejected"}},
          {"to": "lines[].sku", "from": "line.sku"},
          {"to": "lines[].half", "formula": "line.qty / line.parts"},
          {"to": "lines[].bin", "from": "s.bin"},
          {"to": "order", "from": "order.id", "target": "rejected"},
          {"to": "sku", "from": "line.sku", "target": "rejected"}
        ]
      }
      """;

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void oneFailingTargetTakesTheOthersOfItsRecordWithIt(int threads) throws Exception {
    Path mapping = Files.writeString(folder.resolve("two.flmap"), TWO_TARGETS);
    Path stock = Files.writeString(folder.resolve("stock.csv"), "sku,bin\nA,b1\nB,b2\n");
    Files.writeString(
        in,
        """
        {"id": "1", "lines": [{"sku": "A", "qty": 3, "parts": 2}, {"sku": "X", "qty": 1, "parts": 1}]}
        {"id": "2", "lines": [{"sku": "X", "qty": 1, "parts": 1}, {"sku": "B", "qty": 1, "parts": 0}]}
        {"id": "3", "lines": [{"sku": "B", "qty": 1, "parts": 4}]}
        """);
    Path rejected = folder.resolve("rejected.csv");
    Map<String, RunRequest.Input> inputs = new LinkedHashMap<>(inputs());
    inputs.put("stock", new RunRequest.Input.File(stock));
    RunReport report =
        MappingRunner.run(
            new RunRequest(
                Projects.open(mapping),
                inputs,
                Map.of(
                    "bill", new RunRequest.Output.File(out),
                    "rejected", new RunRequest.Output.File(rejected)),
                OnError.SKIP,
                errors,
                Map.of("org", "100"),
                threads),
            RunListener.NONE);
    assertThat(report.counts()).isEqualTo(new Counts(3, 2, 1));
    assertThat(Files.readAllLines(out))
        .containsExactly(
            "{\"id\":\"1\",\"org\":\"100\",\"lines\":[{\"sku\":\"A\",\"half\":1.5,\"bin\":\"b1\"}]}",
            "{\"id\":\"3\",\"org\":\"100\",\"lines\":[{\"sku\":\"B\",\"half\":0.25,\"bin\":\"b2\"}]}");
    assertThat(Files.readAllLines(rejected)).containsExactly("order,sku", "1,X");
    assertThat(Files.readAllLines(errors))
        .singleElement()
        .asString()
        .startsWith("{\"record\":2,\"at\":\"line 2\",\"target\":\"lines[1].half\",\"formula\":\"1:")
        .contains("zero")
        .endsWith(",\"input\":" + Files.readAllLines(in).get(1).replace(" ", "") + "}");
  }

  /** Both by the mapping's code, some of a document's records by the interpreter as well. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aDocumentIsMappedAsTheSameRecordsInLines(int threads) throws Exception {
    List<String> records =
        IntStream.range(0, 4_000)
            .mapToObj(
                i ->
                    "{\"id\": \"%d\", \"qty\": %d.50, \"parts\": %d, \"note\": \"华%s\"}"
                        .formatted(i, i, i % 100, "x".repeat(i % 90)))
            .toList();
    RunReport lines = half("ndjson", "{}", String.join("\n", records), threads);
    String made = Files.readString(out);
    String document = "{\"n\": 1, \"orders\": [" + String.join(", ", records) + " ], \"m\": []}";
    RunReport whole = half("json", "{\"records\": \"/orders\"}", document, threads);

    assertThat(lines.counts()).isEqualTo(new Counts(4_000, 3_960, 40));
    assertThat(whole.counts()).isEqualTo(lines.counts());
    assertThat(Files.readString(out)).isEqualTo(made).hasLineCount(3_960);
  }

  private RunReport half(String format, String options, String input, int threads)
      throws Exception {
    Files.writeString(in, input);
    String mapping =
        """
        {
          "fieldloom": 1,
          "name": "half",
          "sources": [{"name": "order", "format": "%s", "options": %s}],
          "targets": [{"name": "bill", "format": "ndjson"}],
          "rules": [
            {"to": "id", "from": "order.id"},
            {"to": "half", "formula": "order.qty / order.parts"},
            {"to": "note", "from": "order.note"}
          ]
        }
        """
            .formatted(format, options);
    return MappingRunner.run(
        new RunRequest(
            Projects.open(Files.writeString(folder.resolve("half.flmap"), mapping)),
            inputs(),
            Map.of("bill", new RunRequest.Output.File(out)),
            OnError.SKIP,
            errors,
            Map.of(),
            threads),
        RunListener.NONE);
  }

  @Test
  void aParameterThatIsNotSetIsUnusableBeforeAnythingIsRead() throws Exception {
    Path mapping = Files.writeString(folder.resolve("two.flmap"), TWO_TARGETS);
    Path stock = Files.writeString(folder.resolve("stock.csv"), "sku,bin\n");
    Files.writeString(in, "{\"id\": \"1\"}");
    Map<String, RunRequest.Input> inputs = new LinkedHashMap<>(inputs());
    inputs.put("stock", new RunRequest.Input.File(stock));
    RunRequest request =
        new RunRequest(
            Projects.open(mapping),
            inputs,
            Map.of("bill", new RunRequest.Output.File(out)),
            OnError.SKIP,
            null,
            Map.of(),
            1);
    assertThatThrownBy(() -> MappingRunner.run(request, RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("org");
    assertThat(out).doesNotExist();
  }

  @Test
  void aJobOfTheStoreRunsItsMappingWithTheTableBesideIt() throws Exception {
    String mapping =
        """
        {
          "fieldloom": 1,
          "name": "with a table",
          "sources": [{"name": "order", "format": "ndjson"}],
          "target": {"name": "bill", "format": "ndjson"},
          "tables": [{"name": "customers", "from": {"csv": "tables/customers.csv"}}],
          "rules": [
            {"to": "no", "from": "order.no"},
            {"to": "customer", "formula": "LOOKUP(\\"customers\\", order.c)"}
          ]
        }
        """;
    try (Store store = Stores.open(folder.resolve("store"))) {
      long workspace = store.workspace("订单").id();
      store.save(workspace, Kind.MAPPING, "orders/a.flmap", bytes(mapping));
      store.save(
          workspace, Kind.TABLE, "orders/tables/customers.csv", bytes("code,id\nC1,北京\nC2,上海\n"));
      String records =
          IntStream.rangeClosed(1, 1_000)
              .mapToObj(i -> "{\"no\":" + i + ",\"c\":\"C" + i % 3 + "\"}\n")
              .collect(Collectors.joining());
      store.save(workspace, Kind.SAMPLE, "orders/in.ndjson", bytes(records));
      JobService service =
          new JobService(
              store,
              (content, path, resources) ->
                  Projects.load(MappingFile.read(content, path), resources),
              folder,
              2);
      Store.Run run =
          service.run(
              workspace,
              "orders/a.flmap",
              Map.of("order", "orders/in.ndjson"),
              Map.of("bill", "out.ndjson"),
              OnError.SKIP,
              Map.of(),
              RunListener.NONE);
      assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
      assertThat(run.counts()).isEqualTo(new Counts(1_000, 667, 333));
      List<String> lines = Files.readAllLines(out);
      assertThat(lines.getFirst()).isEqualTo("{\"no\":1,\"customer\":\"北京\"}");
      assertThat(lines.getLast()).isEqualTo("{\"no\":1000,\"customer\":\"北京\"}");
      assertThat(store.errors(run.id(), 332, 5))
          .singleElement()
          .satisfies(
              last -> {
                assertThat(last.record()).isEqualTo(999);
                assertThat(last.target()).isEqualTo("customer");
                assertThat(last.formula()).isEqualTo("1:1");
                assertThat(last.message()).contains("C0");
                assertThat(last.input()).isEqualTo("{\"no\":999,\"c\":\"C0\"}");
              });
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
