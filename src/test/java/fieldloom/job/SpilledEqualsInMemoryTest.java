package fieldloom.job;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Job.OnError;
import fieldloom.model.Resources;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What goes to the disk gives the same bytes, and the same errors, as what stays in memory. */
class SpilledEqualsInMemoryTest {
  private static final String MAPPING =
      """
      {"fieldloom": 1, "name": "spilled",
       "sources": [{"name": "order", "format": "ndjson"%s}, {"name": "stock", "format": "ndjson"}],
       "targets": [{"name": "bill", "format": "ndjson"}, {"name": "missing", "format": "ndjson"}],
       "rules": [
         {"to": "all", "formula": "COUNT(stock[].v)"},
         {"to": "found", "formula": "LOOKUP_IN(stock[], \\"k\\", %s, \\"v\\")"},
         {"to": "lines[]", "each": "%s", "as": "line",
          "join": [{"with": "stock[]", "as": "s", "on": "s.k == line.k", "kind": "%s",
                    "match": "%s", "rejects": "missing"},
                   {"with": "stock[]", "as": "t", "on": "t.k == s.k AND t.v != s.v",
                    "kind": "left", "match": "first"}]},
         {"to": "lines[].k", "from": "line.k"},
         {"to": "lines[].v", "from": "s.v"},
         {"to": "lines[].w", "from": "t.v"},
         {"to": "k", "target": "missing", "from": "line.k"}]}
      """;

  private static final Resources NO_FILES =
      new Resources() {
        @Override
        public InputStream open(String name) throws IOException {
          throw new FileNotFoundException(name);
        }
      };

  @Provide
  static Arbitrary<String> keys() {
    return Arbitraries.of(
        "1", "1.0", "1E0", "2", "\"1\"", "\"a\"", "\"Aa\"", "\"BB\"", "\"客\"", "true", "null", "");
  }

  @Provide
  static Arbitrary<List<String>> stock() {
    return Combinators.combine(keys(), Arbitraries.integers().between(0, 3))
        .as(
            (key, v) ->
                "{" + (key.isEmpty() ? "" : "\"k\": " + key + ", ") + "\"v\": " + v + ".50}")
        .list()
        .ofMaxSize(12);
  }

  @Provide
  static Arbitrary<List<String>> orders() {
    return keys()
        .map(key -> "{" + (key.isEmpty() ? "" : "\"k\": " + key) + "}")
        .list()
        .ofMaxSize(8);
  }

  @Property(tries = 150)
  void theyGiveTheSame(
      @ForAll("stock") List<String> stock,
      @ForAll("orders") List<String> orders,
      @ForAll("grouped") boolean grouped,
      @ForAll("kinds") String kind,
      @ForAll("matches") String match)
      throws Exception {
    Project project = project(grouped, kind, match);
    List<String> inMemory = run(project, stock, orders, Long.MAX_VALUE, 1);
    assertThat(run(project, stock, orders, 0, 1)).isEqualTo(inMemory);
    assertThat(run(project, stock, orders, 600, 2)).isEqualTo(inMemory);
  }

  @Provide
  static Arbitrary<Boolean> grouped() {
    return Arbitraries.of(true, false);
  }

  @Provide
  static Arbitrary<String> kinds() {
    return Arbitraries.of("inner", "left");
  }

  @Provide
  static Arbitrary<String> matches() {
    return Arbitraries.of("all", "first", "unique");
  }

  private static Project project(boolean grouped, String kind, String match) throws PackException {
    String text =
        MAPPING.formatted(
            grouped ? ", \"groupBy\": \"order.k\"" : "",
            grouped ? "order.key" : "order.k",
            grouped ? "order.items[]" : "[order]",
            kind,
            match);
    return Projects.load(
        MappingFile.read(text.getBytes(StandardCharsets.UTF_8), "spilled"), NO_FILES);
  }

  /** What a run gives: its targets, its errors and its counts. */
  private static List<String> run(
      Project project, List<String> stock, List<String> orders, long memory, int threads)
      throws UnusableException {
    Map<String, RunRequest.Input> inputs = new LinkedHashMap<>();
    inputs.put("order", stream(orders));
    inputs.put("stock", stream(stock));
    ByteArrayOutputStream bill = new ByteArrayOutputStream();
    ByteArrayOutputStream missing = new ByteArrayOutputStream();
    Heard heard = new Heard();
    RunReport report =
        MappingRunner.run(
            new RunRequest(
                project,
                inputs,
                Map.of(
                    "bill", new RunRequest.Output.Stream(bill),
                    "missing", new RunRequest.Output.Stream(missing)),
                OnError.SKIP,
                null,
                Map.of(),
                threads,
                memory,
                RunServices.NONE),
            heard);
    List<String> all = new ArrayList<>();
    all.add(bill.toString(StandardCharsets.UTF_8));
    all.add(missing.toString(StandardCharsets.UTF_8));
    all.add(report.counts().toString());
    all.add(heard.errors.toString());
    return all;
  }

  private static RunRequest.Input stream(List<String> lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new RunRequest.Input.Stream(new ByteArrayInputStream(bytes), "lines");
  }
}
