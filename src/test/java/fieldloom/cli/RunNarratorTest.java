package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.job.RunReport;
import fieldloom.model.RecordError;
import fieldloom.store.Store;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunNarratorTest {
  private static final RunReport WELL =
      new RunReport(
          Store.RunState.SUCCEEDED,
          new Store.Counts(1_234_567, 1_234_566, 1),
          Duration.ofMillis(1_234),
          null);

  @Test
  void theLastLineHasTheCountsWithoutGroupingAndTheTime() {
    Captured terminal = Captured.unattended();
    RunNarrator narrator = new RunNarrator(terminal.terminal(), true);

    narrator.warning("the key \"a\" is there twice");
    narrator.progress(new Store.Counts(1, 1, 0));
    narrator.conclude(WELL);

    assertThat(terminal.errLines())
        .containsExactly(
            "warning: the key \"a\" is there twice",
            "1234567 read, 1234566 written, 1 failed in 1.23 s");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void aFailedRecordIsNamedWithPlaceFieldAndFormula() {
    Captured terminal = Captured.unattended();

    new RunNarrator(terminal.terminal(), true).error(error(3));

    assertThat(terminal.errLines())
        .containsExactly("error: record 3 (line 7), items[2].qty, formula 1:8: it is no number");
  }

  @Test
  void afterAHundredErrorsOnlyTheirNumberIsSaid() {
    Captured terminal = Captured.unattended();
    RunNarrator narrator = new RunNarrator(terminal.terminal(), true);

    for (int i = 1; i <= 103; i++) {
      narrator.error(error(i));
    }
    narrator.conclude(WELL);

    assertThat(terminal.errLines()).hasSize(102);
    assertThat(terminal.errLines().get(99)).contains("record 100 ");
    assertThat(terminal.errLines().get(100)).startsWith("3 more errors not shown");
  }

  @Test
  void errorsThatAFileTakesAreNotSaidButWhyTheRunEndedIs() {
    Captured terminal = Captured.unattended();
    RunNarrator narrator = new RunNarrator(terminal.terminal(), false);

    narrator.error(error(3));
    narrator.conclude(
        new RunReport(
            Store.RunState.FAILED,
            new Store.Counts(3, 2, 1),
            Duration.ofSeconds(2),
            "Record 3 ended\nthe run."));

    assertThat(terminal.errLines())
        .containsExactly("error: Record 3 ended the run.", "3 read, 2 written, 1 failed in 2.00 s");
  }

  @Test
  void progressIsDrawnOnlyWhereSomebodyLooksAndLeavesNoTrace() {
    Captured terminal = Captured.attended();
    RunNarrator narrator = new RunNarrator(terminal.terminal(), true);

    narrator.progress(new Store.Counts(10, 10, 0));
    narrator.conclude(WELL);

    assertThat(terminal.err())
        .contains("\r\u001b[K10 read, 10 written, 0 failed …")
        .endsWith("\r\u001b[K1234567 read, 1234566 written, 1 failed in 1.23 s\n");
  }

  private static RecordError error(long record) {
    return new RecordError(
        record, "line 7", "items[2].qty", "1:8", "not-a-number", "it is no\n\tnumber", null);
  }
}
