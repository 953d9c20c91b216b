package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Job;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobCommandsTest {
  private static final String NIGHTLY = "夜间订单";

  private final Commands commands = new Commands();
  private final Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void fillStore() throws IOException, StoreException {
    Orders orders = Orders.in(Files.createDirectories(folder.resolve("files")));
    try (Store store = Stores.open(folder.resolve("store"))) {
      long workspace = store.workspace("W").id();
      for (String schema : List.of("order.schema.json", "bill.schema.json")) {
        save(store, workspace, Store.Kind.SCHEMA, orders, schema);
      }
      save(store, workspace, Store.Kind.MAPPING, orders, "orders.flmap");
      save(store, workspace, Store.Kind.SAMPLE, orders, "good.ndjson");
      save(store, workspace, Store.Kind.SAMPLE, orders, "bad.ndjson");
      save(store, workspace, Store.Kind.SAMPLE, orders, "one.ndjson");
      save(store, workspace, Store.Kind.SAMPLE, orders, "one-bill.ndjson");
      saveJob(store, workspace, NIGHTLY, "bad.ndjson");
      saveJob(store, workspace, "all good", "good.ndjson");
    }
  }

  private static void save(Store store, long workspace, Store.Kind kind, Orders orders, String name)
      throws IOException, StoreException {
    store.save(workspace, kind, name, Files.readAllBytes(orders.folder().resolve(name)));
  }

  private void saveJob(Store store, long workspace, String name, String input)
      throws StoreException {
    store.saveJob(
        workspace,
        new Job(
            0,
            name,
            "orders.flmap",
            Map.of("order", input),
            Map.of("bill", "bills.ndjson"),
            Job.OnError.SKIP,
            Map.of()));
  }

  private int job(String... words) {
    List<String> all = new ArrayList<>(List.of("job"));
    all.addAll(Arrays.asList(words));
    all.addAll(List.of("--store", folder.resolve("store").toString()));
    return commands.run(terminal, all.toArray(String[]::new));
  }

  @Test
  void jobsAreListedWithTheStateOfTheirLastRun() {
    assertThat(job("run", "all good")).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(job("list")).isEqualTo(Exit.OK);

    assertThat(terminal.out().lines())
        .containsExactlyInAnyOrder(
            "all good\tW\torders.flmap\tsucceeded", NIGHTLY + "\tW\torders.flmap\tnever run");
  }

  @Test
  void aJobsRunIsCountedAndFoundInTheHistory() {
    assertThat(job("run", NIGHTLY)).isEqualTo(Exit.FAILED);
    assertThat(terminal.errLines().getFirst()).contains("record 2", "quantity must be positive");
    assertThat(terminal.errLines().getLast()).startsWith("3 read, 2 written, 1 failed in ");
    assertThat(folder.resolve("store/output/bills.ndjson")).exists();

    assertThat(job("history", NIGHTLY)).isEqualTo(Exit.OK);
    assertThat(terminal.out())
        .containsPattern("(?m)^\\d+\t" + NIGHTLY + "\tsucceeded\t\\S+Z\t[0-9.]+\t3\t2\t1\t$");
  }

  @Test
  void theHistoryOfAllJobsHasTheNewestFirst() {
    job("run", "all good");
    job("run", NIGHTLY);

    assertThat(job("history", "--limit", "1")).isEqualTo(Exit.OK);
    assertThat(terminal.out().lines()).singleElement().asString().contains(NIGHTLY);
  }

  @Test
  void theMemoryOfARunIsKeptWithItsJobWhereThatIsAsked() throws StoreException {
    assertThat(job("run", "all good", "--memory", "64KB")).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(memories()).containsOnlyNulls();
    assertThat(job("run", "all good", "--memory", "64KB", "--keep")).isEqualTo(Exit.OK);
    assertThat(memories()).containsExactly(65_536L, null);

    for (String[] wrong : new String[][] {{"--memory", "much"}, {"--keep"}}) {
      List<String> words = new ArrayList<>(List.of("run", "all good"));
      words.addAll(List.of(wrong));
      assertThat(job(words.toArray(String[]::new))).isEqualTo(Exit.UNUSABLE);
      assertThat(terminal.err()).contains("64MB");
    }
  }

  private List<Long> memories() throws StoreException {
    List<Long> memories = new ArrayList<>();
    try (Store store = Stores.open(folder.resolve("store"))) {
      long workspace = store.workspace("W").id();
      store.jobs(workspace).forEach(job -> memories.add(job.memory()));
    }
    return memories;
  }

  @Test
  void aJobThatIsNotThereIsNamedWithThoseThatAre() {
    assertThat(job("run", "weekly")).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines())
        .singleElement()
        .asString()
        .contains("weekly", NIGHTLY, "all good");
  }

  @Test
  void aWorkspaceThatIsNotThereIsNamed() {
    assertThat(job("list", "--workspace", "X")).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).singleElement().asString().contains("X", "there are: W");
  }

  @Test
  void twoJobsOfOneNameAreToldApartByTheirWorkspace() throws StoreException, IOException {
    try (Store store = Stores.open(folder.resolve("store"))) {
      saveJob(store, store.workspace("V").id(), NIGHTLY, "bad.ndjson");
    }

    assertThat(job("history", NIGHTLY)).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).singleElement().asString().contains("--workspace");
    assertThat(job("history", NIGHTLY, "--workspace", "W")).isEqualTo(Exit.OK);
  }

  @Test
  void theMappingOfAJobIsExportedByTheJobsName() {
    String box = folder.resolve("box.flpkg").toString();
    String store = folder.resolve("store").toString();

    assertThat(
            commands.run(
                terminal, "export", NIGHTLY, "--as", "package", "--out", box, "--store", store))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    assertThat(commands.run(terminal, "test", box)).isEqualTo(Exit.OK);
    assertThat(terminal.out()).endsWith("1 passed, 0 failed\n");
  }
}
