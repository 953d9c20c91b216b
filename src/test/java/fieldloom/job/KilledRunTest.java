package fieldloom.job;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Job.OnError;
import fieldloom.store.Store;
import fieldloom.store.Store.Kind;
import fieldloom.store.Store.RunState;
import fieldloom.store.Stores;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program that is killed in the middle of a run. */
class KilledRunTest extends RunFixture {

  @Test
  void aKilledRunIsInterruptedLeavesNoOutputAndTheNextOneTidiesUp() throws Exception {
    long workspace;
    try (Store store = Stores.open(folder.resolve("store"))) {
      workspace = store.workspace("w").id();
      store.save(workspace, Kind.MAPPING, "fake.flmap", new byte[] {'{', '}'});
    }
    Files.writeString(out, "earlier");
    writeManyOrders();
    Process child = start();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).startsWith("going");
    } finally {
      child.destroyForcibly().waitFor();
    }

    try (Store store = Stores.open(folder.resolve("store"))) {
      Store.Run run = store.runs(workspace, null, 1).getFirst();
      assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(run.ended()).isNotNull();
    }
    assertThat(out).hasContent("earlier");
    assertThat(parts()).hasSize(1);

    Files.writeString(in, order(1));
    MappingRunner.run(request(OnError.STOP, 1), RunListener.NONE);
    assertThat(out).hasContent(order(1).strip());
    assertThat(parts()).isEmpty();
  }

  private List<String> parts() throws IOException {
    return left().stream().filter(name -> name.endsWith(".part")).toList();
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            LongJob.class.getName(),
            folder.toString(),
            in.toString())
        .redirectError(folder.resolve("stderr.txt").toFile())
        .start();
  }

  /** Seconds of work. */
  private void writeManyOrders() throws IOException {
    String thousand = orders(1, 1_000);
    try (BufferedWriter to = Files.newBufferedWriter(in)) {
      for (int i = 0; i < 2_000; i++) {
        to.write(thousand);
      }
    }
  }
}
