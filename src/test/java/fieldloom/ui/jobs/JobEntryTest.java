package fieldloom.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Job;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.Run;
import fieldloom.store.Store.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobEntryTest {
  private static final Job ORDERS = job(1, "Orders", "orders.flmap");
  private static final Job STOCK = job(2, "Stock", "stock.flmap");

  private static Job job(long id, String name, String mapping) {
    return new Job(id, name, mapping, Map.of(), Map.of(), Job.OnError.STOP, Map.of());
  }

  private static Run run(long id, @Nullable Long job, String mapping) {
    return new Run(
        id, job, mapping, mapping, 1, Instant.EPOCH, null, RunState.RUNNING, Counts.NONE, null);
  }

  @Test
  void jobsThatRanLastStandFirstAndThoseThatNeverRanLast() {
    List<JobEntry> entries =
        JobEntry.of(
            List.of(ORDERS, STOCK), List.of(run(9, 2L, "stock.flmap"), run(8, 2L, "stock.flmap")));
    assertThat(entries).extracting(JobEntry::name).containsExactly("Stock", "Orders");
    assertThat(entries.getFirst().runs()).extracting(Run::id).containsExactly(9L, 8L);
    assertThat(entries.getLast().last()).isNull();
  }

  @Test
  void runsWithoutAJobAndRunsOfAJobThatIsGoneStandUnderTheirMapping() {
    List<JobEntry> entries =
        JobEntry.of(
            List.of(ORDERS),
            List.of(run(3, null, "a.flmap"), run(2, 77L, "a.flmap"), run(1, 1L, "orders.flmap")));
    assertThat(entries)
        .extracting(
            entry -> entry.mapping() + " " + (entry.job() == null) + " " + entry.runs().size())
        .containsExactly("a.flmap true 2", "orders.flmap false 1");
  }

  @Test
  void anEntryIsTheSameAfterAnotherRun() {
    JobEntry before = JobEntry.of(List.of(ORDERS), List.of()).getFirst();
    JobEntry after = JobEntry.of(List.of(ORDERS), List.of(run(1, 1L, "orders.flmap"))).getFirst();
    assertThat(after.isSame(before)).isTrue();
    assertThat(after.isSame(JobEntry.of(List.of(STOCK), List.of()).getFirst())).isFalse();
    assertThat(after.isSame(null)).isFalse();
  }
}
