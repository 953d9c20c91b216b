package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Rule;
import fieldloom.pack.MappingFile;
import fieldloom.store.Store;
import fieldloom.store.Stores;
import fieldloom.ui.DesignerFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the window says is saved is there when its process was killed. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class KilledDesignerTest {
  private static final int EDITS = 3;
  private static final int MOST_WAIT_MS = 900;

  @TempDir private Path folder;
  private @Nullable Process started;

  @Test
  void noEditThatWasAcknowledgedIsLostWhenTheProcessIsKilledWhileEditing() throws Exception {
    Process designer = start(1000);
    int acknowledged;
    try (BufferedReader said = designer.inputReader(StandardCharsets.UTF_8)) {
      awaitLine(said, KilledDesigner.SAVED + EDITS);
      designer.waitFor(ThreadLocalRandom.current().nextInt(MOST_WAIT_MS), TimeUnit.MILLISECONDS);
      kill(designer);
      acknowledged =
          said.lines()
              .filter(line -> line.startsWith(KilledDesigner.SAVED))
              .mapToInt(line -> Integer.parseInt(line.substring(KilledDesigner.SAVED.length())))
              .max()
              .orElse(EDITS);
    }
    assertThat(lastEdit()).isGreaterThanOrEqualTo(acknowledged).isLessThan(acknowledged + 3);
  }

  @Test
  void aFormulaThatWasBeingTypedIsThereAgain() throws Exception {
    Process designer = start(1);
    try (BufferedReader said = designer.inputReader(StandardCharsets.UTF_8)) {
      awaitLine(said, KilledDesigner.DRAFT_SAVED);
      kill(designer);
    }
    try (DesignerFixture again = DesignerFixture.open(folder)) {
      again.findContaining("edit 1");
      again.findContaining(KilledDesigner.DRAFT);
    }
  }

  /** By its handle: killing it as a process would close what it has said and nobody has read. */
  private static void kill(Process designer) throws InterruptedException {
    assertThat(designer.toHandle().destroyForcibly()).isTrue();
    designer.waitFor();
  }

  @AfterEach
  void leaveNoProcessBehind() throws InterruptedException {
    if (started != null && started.isAlive()) {
      kill(started);
    }
  }

  private Process start(int edits) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledDesigner.class.getName(),
            folder.toString(),
            MainJobStoryTest.sample("order.json").toString(),
            MainJobStoryTest.sample("bill.json").toString(),
            String.valueOf(edits));
    return new ProcessBuilder(command).redirectError(folder.resolve("errors.txt").toFile()).start();
  }

  private void awaitLine(BufferedReader said, String wanted) throws IOException {
    String line = said.readLine();
    while (line != null && !line.equals(wanted)) {
      line = said.readLine();
    }
    assertThat(line).as("what the designer said; its errors: %s", errors()).isEqualTo(wanted);
  }

  private String errors() throws IOException {
    return java.nio.file.Files.readString(folder.resolve("errors.txt"));
  }

  /** The number in the newest edit that the store has. */
  private int lastEdit() throws Exception {
    try (Store store = Stores.open(folder.resolve("store"))) {
      long workspace = store.workspaces().getFirst().id();
      Store.Document document = store.document(workspace, MainJobStoryTest.MAPPING).orElseThrow();
      return MappingFile.read(document.content(), "stored").rules().stream()
          .map(Rule::expression)
          .filter(text -> text != null && text.startsWith("\"edit "))
          .mapToInt(text -> Integer.parseInt(text.replaceAll("\\D", "")))
          .max()
          .orElse(0);
    }
  }
}
