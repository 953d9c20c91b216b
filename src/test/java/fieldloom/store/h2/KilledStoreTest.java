package fieldloom.store.h2;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.store.Store;
import fieldloom.store.Store.RunState;
import fieldloom.store.Stores;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a program that saves, at a random moment, again and again on one store. The system property
 * {@code fieldloom.kills} sets how often.
 */
class KilledStoreTest {
  private static final int KILLS = Integer.getInteger("fieldloom.kills", 4);

  private static final String WHOLE_LINE =
      "saved \\S+ \\d+ [0-9a-f]{64}|draft \\S+ \\d+|progress \\d+ \\d+";

  @TempDir Path folder;

  @Test
  void nothingThatWasAcknowledgedIsMissingAfterAKill() throws Exception {
    Random random = new Random(11);
    Map<String, String> hashes = new HashMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> said = saveAndKill(kill, 30 + random.nextInt(600));
      Acknowledged last = new Acknowledged(said);
      hashes.putAll(last.hashes);
      long began = System.nanoTime();
      try (Store store = Stores.open(folder.resolve("store"))) {
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        long workspace = store.workspace("w").id();
        check(store, workspace, hashes, kill, last);
      }
    }
  }

  private void check(
      Store store, long workspace, Map<String, String> hashes, int kill, Acknowledged last)
      throws Exception {
    assertThat(hashes).isNotEmpty();
    for (Map.Entry<String, String> acknowledged : hashes.entrySet()) {
      String[] path = acknowledged.getKey().split(" ");
      Store.Document version =
          store.version(workspace, path[0], Integer.parseInt(path[1])).orElseThrow();
      assertThat(Seal.sha256(version.content()))
          .as("%s after kill %d", acknowledged.getKey(), kill)
          .isEqualTo(acknowledged.getValue());
    }
    for (Store.DocumentInfo info : store.documents(workspace)) {
      assertThat(store.versions(workspace, info.path())).hasSize(info.version());
    }
    for (Map.Entry<String, Integer> draft : last.drafts.entrySet()) {
      String text = store.draft(workspace, draft.getKey()).orElseThrow();
      assertThat(Integer.parseInt(text.substring("draft ".length())))
          .isGreaterThanOrEqualTo(draft.getValue());
    }
    Store.Run run = store.runs(workspace, null, 1).getFirst();
    assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(run.counts().read()).isGreaterThanOrEqualTo(last.progress);
  }

  private List<String> saveAndKill(int kill, int afterMs) throws Exception {
    Path errors = folder.resolve("stderr.txt");
    Process child = Child.start(Saver.class, errors, folder.resolve("store").toString(), "" + kill);
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      String first = lines.readLine();
      assertThat(first).as(() -> read(errors)).startsWith("run ");
      // On a busy machine the first save may take longer than the time until the kill.
      for (String line = ""; !line.startsWith("saved "); ) {
        line = lines.readLine();
        assertThat(line).as(() -> read(errors)).isNotNull();
        said.add(line);
      }
      Thread killer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      child.waitFor(afterMs, TimeUnit.MILLISECONDS);
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                    child.toHandle().destroyForcibly(); // Process would close its output as well.
                  });
      lines.lines().forEach(said::add);
      killer.join();
    }
    child.waitFor();
    // The kill may have cut the last line.
    said.removeIf(line -> !line.matches(WHOLE_LINE));
    return said;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }

  /** What a child acknowledged. */
  private static final class Acknowledged {
    private final Map<String, String> hashes = new HashMap<>();
    private final Map<String, Integer> drafts = new HashMap<>();
    private long progress;

    Acknowledged(List<String> said) {
      for (int i = 0; i < said.size(); i++) {
        String[] words = said.get(i).split(" ");
        switch (words[0]) {
          case "saved" -> hashes.put(words[1] + " " + words[2], words[3]);
          case "draft" -> drafts.put(words[1], Integer.parseInt(words[2]));
          case "progress" -> progress = Long.parseLong(words[2]);
          default -> throw new IllegalStateException(said.get(i));
        }
      }
    }
  }
}
