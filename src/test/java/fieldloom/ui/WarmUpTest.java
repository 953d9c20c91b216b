package fieldloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.pack.PackException;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.SampleException;
import fieldloom.ui.shell.LoadedMapping;
import fieldloom.ui.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** What the window does beforehand; its threads are the test's. */
class WarmUpTest {
  private final Scene scene = Snapshots.onToolkit(() -> new Scene(new Group()));
  private final List<Runnable> beside = new ArrayList<>();
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private long now;
  private boolean over;

  private WarmUp warmUp(Callable<LoadedMapping> reading, Runnable... steps) {
    return new WarmUp(
        scene,
        () -> over,
        new WarmUp.Play(reading, mapping -> new ArrayDeque<>(List.of(steps))),
        new WarmUp.Stage(beside::add, later::add, () -> now));
  }

  private WarmUp begun(Runnable... steps) {
    WarmUp warmUp = warmUp(() -> RehearsedMapping.load(1, 1), steps);
    warmUp.begin();
    beside.removeFirst().run();
    still();
    return warmUp;
  }

  private Runnable step(String name) {
    return () -> done.add(name);
  }

  private void still() {
    now += WarmUp.STILL.toNanos();
  }

  /** Runs what waits for the FX thread, once. */
  private void goOn() {
    Runnable next = later.poll();
    if (next != null) {
      next.run();
    }
  }

  private void press() {
    Event.fireEvent(
        scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, false, false, false));
  }

  @Test
  void it_goes_on_step_by_step_and_ends() {
    begun(step("one"), step("two"));
    assertThat(done).isEmpty();
    goOn();
    assertThat(done).containsExactly("one");
    goOn();
    goOn();
    assertThat(done).containsExactly("one", "two");
    assertThat(later).isEmpty();
  }

  @Test
  void it_waits_until_the_user_is_still() {
    begun(step("one"), step("two"));
    goOn();
    press();
    goOn();
    assertThat(done).containsExactly("one");
    still();
    goOn();
    assertThat(done).containsExactly("one", "two");
  }

  @Test
  void it_ends_once_a_mapping_is_open() {
    begun(step("one"), step("two"));
    goOn();
    over = true;
    goOn();
    over = false;
    goOn();
    assertThat(done).containsExactly("one");
    assertThat(later).isEmpty();
  }

  @Test
  void it_ends_with_the_window() {
    WarmUp warmUp = begun(step("one"), step("two"));
    goOn();
    warmUp.close();
    goOn();
    assertThat(done).containsExactly("one");
    assertThat(later).isEmpty();
  }

  @Test
  void a_window_that_closes_at_once_has_nothing_read() {
    WarmUp warmUp =
        warmUp(
            () -> {
              done.add("read");
              return RehearsedMapping.load(1, 1);
            },
            step("one"));
    warmUp.begin();
    warmUp.close();
    beside.removeFirst().run();
    goOn();
    assertThat(done).isEmpty();
    assertThat(later).isEmpty();
  }

  @Test
  void a_step_that_fails_ends_it_unseen() {
    begun(
        () -> {
          throw new IllegalStateException("on purpose");
        },
        step("two"));
    goOn();
    goOn();
    assertThat(done).isEmpty();
    assertThat(later).isEmpty();
  }

  @Test
  void what_cannot_be_read_ends_it_unseen() {
    WarmUp warmUp =
        warmUp(
            () -> {
              throw new IOException("on purpose");
            },
            step("one"));
    warmUp.begin();
    beside.removeFirst().run();
    still();
    goOn();
    assertThat(done).isEmpty();
    assertThat(later).isEmpty();
  }

  @Test
  void the_mapping_has_rules_and_values_and_nothing_wrong() throws PackException, SampleException {
    LoadedMapping mapping = RehearsedMapping.load(3, 12);
    assertThat(mapping.project().problems()).isEmpty();
    assertThat(mapping.project().mapping().rules()).hasSize(12);
    assertThat(mapping.sample()).isNotNull();
  }

  @Test
  void all_steps_go_well_and_leave_no_trace() throws Exception {
    Path home = Path.of(System.getenv("FIELDLOOM_HOME"));
    List<Path> before = files(home);
    LoadedMapping mapping = RehearsedMapping.load(3, 40);
    Pump pump = new Pump();
    try (Background background = new Background(pump)) {
      Snapshots.onToolkit(
          () -> {
            Texts.languageProperty().set(Language.CHINESE);
            Shell window =
                new Shell(UnkeptServices.of(mapping.project(), Theme.DARK, background), 1000, 700);
            String dress = Application.getUserAgentStylesheet();
            Queue<Runnable> steps = RehearsedSteps.of(mapping, window);
            int count = 0;
            for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
              step.run();
              count++;
            }
            assertThat(count).isGreaterThan(20);
            assertThat(window.isEditing()).isFalse();
            assertThat(Texts.language()).isEqualTo(Language.CHINESE);
            assertThat(Application.getUserAgentStylesheet()).isEqualTo(dress);
            Texts.languageProperty().set(Language.ENGLISH);
            return true;
          });
    }
    assertThat(files(home)).isEqualTo(before);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }
}
