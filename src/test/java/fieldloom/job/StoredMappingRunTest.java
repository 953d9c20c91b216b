package fieldloom.job;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Job;
import fieldloom.model.Job.OnError;
import fieldloom.model.RecordError;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Projects;
import fieldloom.pack.StaleParts;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.Kind;
import fieldloom.store.Store.RunState;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs of the store whose mappings merge, join, split and write to several targets. */
class StoredMappingRunTest {
  private static final String MAPPING =
      """
      {"fieldloom": 1, "name": "m",
       "sources": [{"name": "row", "format": "ndjson", "groupBy": "row.o"},
                   {"name": "stock", "format": "ndjson"}],
       "targets": [{"name": "line", "format": "ndjson"}, {"name": "missing", "format": "ndjson"}],
       "rules": [
         {"to": "[]", "each": "row.items[]", "as": "i",
          "join": {"with": "stock[]", "as": "s", "on": "s.sku == i.sku", "rejects": "missing"}},
         {"to": "order", "from": "row.key"},
         {"to": "sku", "from": "i.sku"},
         {"to": "share", "formula": "12 / s.qty"},
         {"to": "sku", "target": "missing", "from": "i.sku"}]}
      """;
  private static final String ROWS =
      """
      {"o": 1, "sku": "a"}
      {"o": 2, "sku": "b"}
      {"o": 1, "sku": "none"}
      {"o": 3, "sku": "zero"}
      {"o": 1, "sku": "c"}
      """;
  private static final String STOCK =
      """
      {"sku": "a", "qty": 1}
      {"sku": "b", "qty": 2}
      {"sku": "c", "qty": 3}
      {"sku": "zero", "qty": 0}
      """;

  @TempDir Path folder;
  private Path outputs;
  private Store store;
  private long workspace;

  @BeforeEach
  void open() throws StoreException {
    outputs = folder.resolve("out");
    store = Stores.open(folder.resolve("store"));
    workspace = store.workspace("w").id();
    save(Kind.MAPPING, "m.flmap", MAPPING);
    save(Kind.SAMPLE, "rows.ndjson", ROWS);
    save(Kind.SAMPLE, "stock.ndjson", STOCK);
  }

  @AfterEach
  void close() throws StoreException {
    store.close();
  }

  private void save(Kind kind, String path, String content) throws StoreException {
    store.save(workspace, kind, path, content.getBytes(StandardCharsets.UTF_8));
  }

  private Job job(OnError onError) {
    return new Job(
        0,
        "nightly",
        "m.flmap",
        Map.of("row", "rows.ndjson", "stock", "stock.ndjson"),
        Map.of("line", "lines.ndjson", "missing", "missing.ndjson"),
        onError,
        Map.of());
  }

  private JobService service() {
    return new JobService(
        store,
        (content, path, resources) -> Projects.load(MappingFile.read(content, path), resources),
        outputs,
        2);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(outputs)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, Long.MAX_VALUE})
  void recordsAreMergedJoinedAndSplitAndRejectsHaveTheirOwnTarget(long memory) throws Exception {
    Job job = store.saveJob(workspace, job(OnError.SKIP).withMemory(memory));

    Store.Run run = service().run(workspace, job, RunListener.NONE);

    assertThat(run.state()).as(run.message()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.counts()).isEqualTo(new Counts(5, 3, 1));
    assertThat(outputs.resolve("lines.ndjson"))
        .hasContent(
            """
            {"order":1,"sku":"a","share":12}
            {"order":1,"sku":"c","share":4}
            {"order":2,"sku":"b","share":6}
            """);
    assertThat(outputs.resolve("missing.ndjson")).hasContent("{\"sku\":\"none\"}\n");
    assertThat(store.errors(run.id(), 0, 10)).extracting(RecordError::record).containsExactly(4L);
    assertThat(left()).containsExactly("lines.ndjson", "missing.ndjson");
  }

  @Test
  void aRunThatStopsLeavesWhatWasInEachTarget() throws Exception {
    Files.createDirectories(outputs);
    Files.writeString(outputs.resolve("lines.ndjson"), "earlier");
    Files.writeString(outputs.resolve("missing.ndjson"), "earlier");

    Store.Run run = service().run(workspace, job(OnError.STOP), RunListener.NONE);

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.message()).contains("Record 4", "share");
    assertThat(outputs.resolve("lines.ndjson")).hasContent("earlier");
    assertThat(outputs.resolve("missing.ndjson")).hasContent("earlier");
    assertThat(left()).containsExactly("lines.ndjson", "missing.ndjson");
  }

  @Test
  void whatAKilledRunLeftBesideEachTargetTheNextOneRemoves() throws Exception {
    Files.createDirectories(outputs);
    for (String name : List.of("lines.ndjson", "missing.ndjson")) {
      Files.writeString(StaleParts.fresh(outputs.resolve(name)), "half a rec");
    }
    assertThat(left()).hasSize(2);

    service().run(workspace, job(OnError.SKIP), RunListener.NONE);

    assertThat(left()).containsExactly("lines.ndjson", "missing.ndjson");
  }

  @Test
  void aJobKeepsItsMemoryAndOneWithoutHasTheUsual() throws Exception {
    Store.Document mapping = store.document(workspace, "m.flmap").orElseThrow();
    Job saved = store.saveJob(workspace, job(OnError.SKIP).withMemory(65_536L));

    Job kept = store.jobs(workspace).getFirst();
    assertThat(kept).isEqualTo(saved);
    assertThat(service().request(workspace, kept, mapping).memory()).isEqualTo(65_536);
    assertThat(service().request(workspace, kept.withMemory(null), mapping).memory())
        .isEqualTo(RunRequest.usualMemory());
  }
}
