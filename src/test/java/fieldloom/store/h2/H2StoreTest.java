package fieldloom.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Job;
import fieldloom.model.RecordError;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.DocumentInfo;
import fieldloom.store.Store.Kind;
import fieldloom.store.Store.RunState;
import fieldloom.store.Store.Workspace;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store on a real H2 file. */
class H2StoreTest {
  @TempDir Path folder;
  private Store store;
  private long workspace;

  @BeforeEach
  void open() throws StoreException {
    store = Stores.open(folder);
    workspace = store.workspace("orders").id();
  }

  @AfterEach
  void close() throws StoreException {
    store.close();
  }

  @Test
  void workspacesComeWithTheOneLastUsedFirst() throws StoreException {
    Workspace second = store.workspace("订单");
    assertThat(store.workspaces()).extracting(Workspace::name).containsExactly("订单", "orders");
    assertThat(store.workspace("orders").id()).isEqualTo(workspace);
    assertThat(store.workspaces()).extracting(Workspace::name).containsExactly("orders", "订单");
    save(second.id(), "a.flmap", "{}");
    assertThat(store.workspaces()).extracting(Workspace::name).containsExactly("订单", "orders");
  }

  @Test
  void eachDifferentContentIsAVersionAndEqualContentIsNone() throws StoreException {
    assertThat(save(workspace, "a.flmap", "one").version()).isEqualTo(1);
    assertThat(save(workspace, "a.flmap", "one").version()).isEqualTo(1);
    DocumentInfo second = save(workspace, "a.flmap", "two");
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.size()).isEqualTo(3);
    assertThat(second.sha256())
        .isEqualTo("3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3");
    assertThat(save(workspace, "a.flmap", "one").version()).isEqualTo(3);
    assertThat(text("a.flmap")).isEqualTo("one");
    assertThat(store.versions(workspace, "a.flmap"))
        .extracting(DocumentInfo::version)
        .containsExactly(3, 2, 1);
    assertThat(store.version(workspace, "a.flmap", 2).orElseThrow().content())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("two");
    assertThat(store.version(workspace, "a.flmap", 4)).isEmpty();
    assertThat(store.version(workspace, "b.flmap", 1)).isEmpty();
  }

  @Test
  void severalDocumentsAndJobsAreSavedTogetherOrNotAtAll() throws StoreException {
    Store.NewDocument good = new Store.NewDocument(Kind.MAPPING, "b.flmap", bytes("{}"));
    Store.NewDocument bad = new Store.NewDocument(Kind.SAMPLE, "../out", bytes("{}"));
    Job job = new Job(0, "J", "b.flmap", Map.of(), Map.of(), Job.OnError.SKIP, Map.of());

    assertThatThrownBy(() -> store.saveAll(workspace, List.of(good, bad), List.of(job)))
        .isInstanceOf(StoreException.class);
    assertThat(store.documents(workspace)).isEmpty();
    assertThat(store.jobs(workspace)).isEmpty();

    assertThat(store.saveAll(workspace, List.of(good), List.of(job)))
        .extracting(DocumentInfo::path)
        .containsExactly("b.flmap");
    assertThat(store.jobs(workspace)).extracting(Job::name).containsExactly("J");
  }

  @Test
  void aDeletedDocumentIsGoneButKeepsItsVersionsAndGoesOnWhenSavedAgain() throws StoreException {
    save(workspace, "a.flmap", "one");
    save(workspace, "a.flmap", "two");
    store.delete(workspace, "a.flmap");
    assertThat(store.document(workspace, "a.flmap")).isEmpty();
    assertThat(store.documents(workspace)).isEmpty();
    assertThat(store.versions(workspace, "a.flmap")).hasSize(2);
    byte[] old = store.version(workspace, "a.flmap", 2).orElseThrow().content();
    assertThat(store.save(workspace, Kind.MAPPING, "a.flmap", old).version()).isEqualTo(2);
    assertThat(text("a.flmap")).isEqualTo("two");
    assertThat(save(workspace, "a.flmap", "three").version()).isEqualTo(3);
  }

  @Test
  void documentsAreListedByPathWithTheirKind() throws StoreException {
    store.save(workspace, Kind.SAMPLE, "样本/订单 一.json", bytes("{\"客户\": \"北京\"}"));
    store.save(workspace, Kind.SCHEMA, "a b/schema.json", bytes("{}"));
    store.save(workspace, Kind.MAPPING, "a.flmap", bytes("{}"));
    assertThat(store.documents(workspace))
        .extracting(DocumentInfo::path, DocumentInfo::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a b/schema.json", Kind.SCHEMA),
            org.assertj.core.groups.Tuple.tuple("a.flmap", Kind.MAPPING),
            org.assertj.core.groups.Tuple.tuple("样本/订单 一.json", Kind.SAMPLE));
    assertThat(text("样本/订单 一.json")).isEqualTo("{\"客户\": \"北京\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/etc/passwd", "../a", "a/../../b", "a//b", "a\\b", "C:/a", "a/./b", "a\nb"})
  void aPathThatLeadsOutsideOrIsNoneIsRefused(String path) throws StoreException {
    assertThatThrownBy(() -> save(workspace, path, "x"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("document path");
    assertThat(store.documents(workspace)).isEmpty();
  }

  @Test
  void contentsOfAnySizeComeBackByteForByte() throws StoreException {
    Random random = new Random(7);
    for (int size : new int[] {0, 1, 262_143, 262_144, 262_145, 3_000_000}) {
      byte[] content = new byte[size];
      random.nextBytes(content);
      store.save(workspace, Kind.SAMPLE, "s" + size, content);
      assertThat(store.document(workspace, "s" + size).orElseThrow().content()).isEqualTo(content);
      byte[] even = new byte[size];
      store.save(workspace, Kind.SAMPLE, "s" + size, even);
      assertThat(store.document(workspace, "s" + size).orElseThrow().content()).isEqualTo(even);
    }
  }

  @Test
  void aDraftIsKeptBesideTheDocumentUntilItIsForgotten() throws StoreException {
    assertThat(store.draft(workspace, "new.flmap")).isEmpty();
    store.saveDraft(workspace, "new.flmap", "=ROUND(数量 * 2");
    store.saveDraft(workspace, "new.flmap", "=ROUND(数量 * 2, 2)");
    reopen();
    assertThat(store.draft(workspace, "new.flmap")).contains("=ROUND(数量 * 2, 2)");
    store.saveDraft(workspace, "new.flmap", null);
    assertThat(store.draft(workspace, "new.flmap")).isEmpty();
  }

  @Test
  void jobsAreUniqueByNameInAWorkspace() throws StoreException {
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("order", "orders.ndjson");
    inputs.put("a", "b");
    Job first =
        store.saveJob(
            workspace,
            new Job(
                0,
                "夜间 orders",
                "a.flmap",
                inputs,
                Map.of("bill", "out.json"),
                Job.OnError.SKIP,
                Map.of("NOW", "2024-01-01T00:00:00Z")));
    assertThat(first.id()).isPositive();
    Job replaced =
        store.saveJob(
            workspace,
            new Job(0, "夜间 orders", "b.flmap", Map.of(), Map.of(), Job.OnError.STOP, Map.of()));
    assertThat(replaced.id()).isEqualTo(first.id());
    Job other =
        store.saveJob(
            workspace,
            new Job(0, "Other", "a.flmap", inputs, Map.of(), Job.OnError.SKIP, Map.of()));
    assertThat(store.jobs(workspace)).containsExactly(other, replaced);
    assertThat(store.jobs(workspace).getFirst().inputs().keySet()).containsExactly("order", "a");
    assertThatThrownBy(
            () ->
                store.saveJob(
                    workspace,
                    new Job(
                        other.id(),
                        "夜间 orders",
                        "a.flmap",
                        Map.of(),
                        Map.of(),
                        Job.OnError.STOP,
                        Map.of())))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("another name");
    assertThat(store.jobs(store.workspace("empty").id())).isEmpty();
  }

  @Test
  void aRunKeepsItsCountsAndItsErrorsPageByPage() throws StoreException {
    Store.Run begun = store.beginRun(workspace, null, "a.flmap", 3);
    assertThat(begun.state()).isEqualTo(RunState.RUNNING);
    assertThat(begun.ended()).isNull();
    assertThat(begun.jobName()).isEqualTo("a.flmap");
    store.progress(begun.id(), new Counts(500, 490, 10));
    List<RecordError> errors = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      errors.add(error(i + 1, i == 3 ? "长".repeat(200_000) : i == 4 ? null : "{\"i\":" + i + "}"));
    }
    store.addErrors(begun.id(), errors.subList(0, 4));
    store.addErrors(begun.id(), errors.subList(4, 10));
    store.addErrors(begun.id(), List.of());
    Store.Run ended =
        store.endRun(begun.id(), RunState.SUCCEEDED, new Counts(1000, 990, 10), "10 left out.");
    reopen();
    assertThat(store.runs(workspace, null, 5)).containsExactly(ended);
    assertThat(ended.counts()).isEqualTo(new Counts(1000, 990, 10));
    assertThat(ended.mappingVersion()).isEqualTo(3);
    assertThat(store.errors(begun.id(), 0, 100)).isEqualTo(errors);
    assertThat(store.errors(begun.id(), 2, 3)).isEqualTo(errors.subList(2, 5));
    assertThat(store.errors(begun.id(), 9, 3)).isEqualTo(errors.subList(9, 10));
    assertThat(store.errors(begun.id(), 12, 3)).isEmpty();
  }

  @Test
  void runsComeNewestFirstAndByJob() throws StoreException {
    Job job =
        store.saveJob(
            workspace,
            new Job(0, "nightly", "a.flmap", Map.of(), Map.of(), Job.OnError.SKIP, Map.of()));
    Store.Run a = store.beginRun(workspace, job.id(), "a.flmap", 1);
    Store.Run b = store.beginRun(workspace, null, "a.flmap", 1);
    Store.Run c = store.beginRun(workspace, job.id(), "a.flmap", 1);
    assertThat(a.jobName()).isEqualTo("nightly");
    assertThat(store.runs(workspace, null, 10)).containsExactly(c, b, a);
    assertThat(store.runs(workspace, null, 2)).containsExactly(c, b);
    assertThat(store.runs(workspace, job.id(), 10)).containsExactly(c, a);
  }

  @Test
  void aRunThatWasGoingOnWhenTheProgramEndedIsInterrupted() throws StoreException {
    Store.Run run = store.beginRun(workspace, null, "a.flmap", 1);
    store.progress(run.id(), new Counts(7, 6, 1));
    reopen();
    Store.Run after = store.runs(workspace, null, 1).getFirst();
    assertThat(after.state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(after.counts()).isEqualTo(new Counts(7, 6, 1));
    assertThat(after.ended()).isNotNull().isAfterOrEqualTo(after.started());
    assertThat(after.message()).isNotNull();
  }

  @Test
  void whatIsNotThereIsSaidInOneSentence() {
    assertThatThrownBy(() -> save(99, "a.flmap", "x")).hasMessageContaining("no workspace 99");
    assertThatThrownBy(() -> store.progress(99, Counts.NONE)).hasMessageContaining("no run 99");
    assertThatThrownBy(() -> store.beginRun(workspace, 99L, "a", 1))
        .hasMessageContaining("no job 99");
  }

  @Test
  void anInterruptedCallerGetsItsAnswerAndDoesTheStoreNoHarm() throws StoreException {
    Thread.currentThread().interrupt();
    save(workspace, "a.flmap", "one");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(save(workspace, "a.flmap", "two").version()).isEqualTo(2);
  }

  @Test
  void manyThreadsSaveWithoutLosingAVersion() throws Exception {
    try (var pool = java.util.concurrent.Executors.newFixedThreadPool(4)) {
      List<java.util.concurrent.Callable<DocumentInfo>> work = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String text = "content " + i;
        work.add(() -> save(workspace, "a.flmap", text));
      }
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
    }
    assertThat(store.versions(workspace, "a.flmap")).hasSize(40);
  }

  @Test
  void aClosedStoreSaysSo() throws StoreException {
    store.close();
    store.close();
    assertThatThrownBy(() -> store.workspaces())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
  }

  private void reopen() throws StoreException {
    store.close();
    store = Stores.open(folder);
  }

  private DocumentInfo save(long in, String path, String content) throws StoreException {
    return store.save(in, Kind.MAPPING, path, bytes(content));
  }

  private String text(String path) throws StoreException {
    return new String(
        store.document(workspace, path).orElseThrow().content(), StandardCharsets.UTF_8);
  }

  private static RecordError error(long record, String input) {
    return new RecordError(
        record,
        "line " + record,
        "items[2].qty",
        "1:8",
        "not-a-number",
        "\"x\" is no number.",
        input);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
