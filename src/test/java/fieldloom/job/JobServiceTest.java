package fieldloom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Job;
import fieldloom.model.Job.OnError;
import fieldloom.model.RecordError;
import fieldloom.pack.PackException;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of jobs from a real store. */
class JobServiceTest {
  @TempDir Path folder;
  private Path outputs;
  private Store store;
  private long workspace;
  private JobService service;

  @BeforeEach
  void open() throws StoreException {
    outputs = folder.resolve("输出 files");
    store = Stores.open(folder.resolve("store"));
    workspace = store.workspace("orders").id();
    service = new JobService(store, JobServiceTest::load, outputs, 2);
    save("orders/fake.flmap", "ndjson");
    save("orders/in.ndjson", orders(2_500));
  }

  @AfterEach
  void close() throws StoreException {
    store.close();
  }

  /** The mapping's content names the format of its source and target. */
  private static fieldloom.pack.Project load(
      byte[] content, String path, fieldloom.model.Resources resources) throws PackException {
    String format = new String(content, StandardCharsets.UTF_8);
    if (format.equals("beside")) {
      try {
        format = new String(resources.read("format.txt"), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new PackException(path + ": " + e.getMessage());
      }
    }
    return FakeMapping.project(format, format);
  }

  @Test
  void aJobReadsADocumentWritesAFileAndItsRunIsInTheStore() throws Exception {
    Job job = store.saveJob(workspace, job("nightly", "orders/in.ndjson", "day/out.ndjson"));
    Store.Run run = service.run(workspace, job, RunListener.NONE);
    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.counts()).isEqualTo(new Counts(2_500, 2_498, 2));
    assertThat(run.jobName()).isEqualTo("nightly");
    assertThat(run.job()).isEqualTo(job.id());
    assertThat(run.mappingVersion()).isEqualTo(1);
    assertThat(run.ended()).isNotNull();
    assertThat(Files.readAllLines(outputs.resolve("day/out.ndjson"))).hasSize(2_498);
    assertThat(store.runs(workspace, job.id(), 10)).containsExactly(run);
    assertThat(store.errors(run.id(), 0, 10))
        .extracting(RecordError::record)
        .containsExactly(1_000L, 2_000L);
    assertThat(store.errors(run.id(), 0, 1).getFirst().input())
        .isEqualTo("{\"id\":\"r1000\",\"qty\":0}");
  }

  @Test
  void aMappingRunsWithoutAJobAndSeesTheFilesBesideIt() throws Exception {
    save("orders/beside.flmap", "beside");
    save("orders/format.txt", "ndjson");
    Path out = folder.resolve("absolute.ndjson");
    Store.Run run =
        service.run(
            workspace,
            "orders/beside.flmap",
            Map.of("order", "orders/in.ndjson"),
            Map.of("bill", out.toString()),
            OnError.SKIP,
            Map.of(),
            RunListener.NONE);
    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(run.job()).isNull();
    assertThat(run.jobName()).isEqualTo("orders/beside.flmap");
    assertThat(Files.readAllLines(out)).hasSize(2_498);
  }

  @Test
  void aJobReadsAFileWhereTheWorkspaceHasNoSuchDocument() throws Exception {
    Path in = folder.resolve("来源 file.ndjson");
    Files.writeString(in, orders(3));
    Store.Run run = service.run(workspace, job("x", in.toString(), "out.ndjson"), RunListener.NONE);
    assertThat(run.counts()).isEqualTo(new Counts(3, 3, 0));
    Store.Run again = service.run(workspace, job("x", "out.ndjson", "2.ndjson"), RunListener.NONE);
    assertThat(again.counts()).isEqualTo(new Counts(3, 3, 0));
  }

  @Test
  void aStoppedRunFailsWithTheRecordsReason() throws Exception {
    Store.Run run =
        service.run(
            workspace,
            "orders/fake.flmap",
            Map.of("order", "orders/in.ndjson"),
            Map.of("bill", "out.ndjson"),
            OnError.STOP,
            Map.of(),
            RunListener.NONE);
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.counts()).isEqualTo(new Counts(1_000, 999, 1));
    assertThat(run.message()).contains("Record 1000", "quantity must be positive");
    assertThat(outputs.resolve("out.ndjson")).doesNotExist();
    assertThat(store.errors(run.id(), 0, 10)).hasSize(1);
  }

  @Test
  void aRunThatCannotBeginIsToldAndKeptAsFailed() throws Exception {
    assertThatThrownBy(
            () -> service.run(workspace, job("x", "none.ndjson", "out.ndjson"), RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("none.ndjson");
    Store.Run run = store.runs(workspace, null, 1).getFirst();
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.message()).contains("none.ndjson");
    save("orders/beside.flmap", "beside");
    assertThatThrownBy(
            () ->
                service.run(
                    workspace,
                    "orders/beside.flmap",
                    Map.of(),
                    Map.of(),
                    OnError.STOP,
                    Map.of(),
                    RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("orders/format.txt");
    assertThatThrownBy(
            () ->
                service.run(
                    workspace,
                    "gone.flmap",
                    Map.of(),
                    Map.of(),
                    OnError.STOP,
                    Map.of(),
                    RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("gone.flmap");
  }

  @Test
  void anOutputThatLeadsOutOfItsFolderIsRefused() throws Exception {
    Files.createDirectories(outputs);
    Files.createSymbolicLink(outputs.resolve("link"), folder);
    for (String name : new String[] {"../out.ndjson", "a/../../b", ".", "", "link/out.ndjson"}) {
      assertThatThrownBy(
              () -> service.run(workspace, job("x", "orders/in.ndjson", name), RunListener.NONE))
          .isInstanceOf(UnusableException.class)
          .hasMessageContaining("leads out of");
    }
  }

  @Test
  void manyErrorsAreAllKept() throws Exception {
    save("bad.ndjson", "{\"id\":\"x\",\"qty\":-1}\n".repeat(3_333) + "{\"id\":");
    Store.Run run = service.run(workspace, job("x", "bad.ndjson", "out.ndjson"), RunListener.NONE);
    assertThat(run.counts()).isEqualTo(new Counts(3_334, 0, 3_334));
    assertThat(store.errors(run.id(), 3_300, 100))
        .extracting(RecordError::record)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(3_301, 3_334).mapToObj(Long::valueOf).toList());
  }

  @Test
  void aCancelledRunIsKeptAsCancelled() throws Exception {
    RunListener cancels =
        new RunListener() {
          @Override
          public boolean cancelled() {
            return true;
          }
        };
    Store.Run run = service.run(workspace, job("x", "orders/in.ndjson", "out.ndjson"), cancels);
    assertThat(run.state()).isEqualTo(RunState.CANCELLED);
    assertThat(outputs.resolve("out.ndjson")).doesNotExist();
  }

  @Test
  void anErrorOfOurOwnLeavesNoRunThatSeemsToGoOn() throws Exception {
    RunListener broken =
        new RunListener() {
          @Override
          public void error(RecordError error) {
            throw new IllegalStateException("a bug");
          }
        };
    assertThatThrownBy(
            () -> service.run(workspace, job("x", "orders/in.ndjson", "out.ndjson"), broken))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.runs(workspace, null, 1).getFirst().state()).isEqualTo(RunState.FAILED);
    try (var left = Files.list(outputs)) {
      assertThat(left).isEmpty();
    }
  }

  private static Job job(String name, String in, String out) {
    return new Job(
        0,
        name,
        "orders/fake.flmap",
        Map.of("order", in),
        Map.of("bill", out),
        OnError.SKIP,
        Map.of());
  }

  private void save(String path, String content) throws StoreException {
    store.save(workspace, Kind.OTHER, path, content.getBytes(StandardCharsets.UTF_8));
  }

  private static String orders(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "{\"id\":\"r" + i + "\",\"qty\":" + (i % 1_000 == 0 ? 0 : i) + "}\n")
        .collect(Collectors.joining());
  }
}
