package fieldloom.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.landscape.FlowState.Health;
import fieldloom.model.Job;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.RunState;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowStatesTest {
  private static final Landscape LANDSCAPE =
      Landscape.empty()
          .with(system("crm"))
          .with(system("erp"))
          .with(new Flow("order", "crm", "erp", Words.same("Order"), "o/o.flmap", "Orders"))
          .with(new Flow("stock", "erp", "crm", Words.same("Stock"), null, null));

  @TempDir Path folder;
  private Store store;
  private long workspace;

  @BeforeEach
  void open() throws StoreException {
    store = Stores.open(folder);
    workspace = store.workspace("Works").id();
  }

  @AfterEach
  void close() throws StoreException {
    store.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCEEDED, 10, 10, 0, GOOD",
    "SUCCEEDED, 10, 8, 2, WARNINGS",
    "FAILED, 10, 8, 2, WARNINGS",
    "FAILED, 10, 0, 10, ERRORS",
    "FAILED, 0, 0, 0, ERRORS",
    "CANCELLED, 5, 5, 0, GOOD",
  })
  void howARunEndedIsHowItsFlowGoes(
      RunState state, long read, long written, long failed, Health health) throws StoreException {
    run(state, new Counts(read, written, failed));

    FlowState order = states(Instant.now()).get("order");
    assertThat(order.health()).isEqualTo(health);
    assertThat(order.records()).isEqualTo(written);
    assertThat(order.failed()).isEqualTo(failed);
  }

  @Test
  void aFlowThatNeverRanSaysSo() throws StoreException {
    assertThat(states(Instant.now()))
        .containsEntry("order", FlowState.NEVER)
        .containsEntry("stock", FlowState.NEVER);
  }

  @Test
  void recordsOfADayAreAddedUpAndOlderOnesAreNot() throws StoreException {
    run(RunState.SUCCEEDED, new Counts(10, 10, 0));
    run(RunState.SUCCEEDED, new Counts(7, 7, 0));

    assertThat(states(Instant.now()).get("order").records()).isEqualTo(17);
    FlowState later = states(Instant.now().plus(Duration.ofHours(25))).get("order");
    assertThat(later.records()).isZero();
    assertThat(later.last()).isNotNull();
  }

  @Test
  void aRunOfTheMappingWithoutAJobCountsToo() throws StoreException {
    Store.Run run = store.beginRun(workspace, null, "o/o.flmap", 1);

    assertThat(states(Instant.now()).get("order").health()).isEqualTo(Health.RUNNING);
    store.endRun(run.id(), RunState.SUCCEEDED, new Counts(3, 3, 0), null);
    assertThat(states(Instant.now()).get("order").records()).isEqualTo(3);
  }

  @Test
  void severalFlowsAreAsBadAsTheWorst() {
    FlowState good = new FlowState(Health.GOOD, null, 5, 0);
    FlowState bad = new FlowState(Health.ERRORS, null, 2, 4);

    assertThat(FlowState.of(List.of(good, bad, FlowState.NEVER)))
        .isEqualTo(new FlowState(Health.ERRORS, null, 7, 4));
    assertThat(FlowState.of(List.of())).isEqualTo(FlowState.NEVER);
  }

  private Map<String, FlowState> states(Instant now) throws StoreException {
    return FlowStates.read(store, workspace, LANDSCAPE, now);
  }

  private void run(RunState state, Counts counts) throws StoreException {
    Job job =
        store.saveJob(
            workspace,
            new Job(0, "Orders", "o/o.flmap", Map.of(), Map.of(), Job.OnError.SKIP, Map.of()));
    Store.Run run = store.beginRun(workspace, job.id(), job.mapping(), 1);
    store.endRun(run.id(), state, counts, null);
  }

  private static BusinessSystem system(String id) {
    return new BusinessSystem(id, "main", id, Words.same(id), Words.NONE, "box", false, 0, 0);
  }
}
