package fieldloom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private final List<String> heard = new ArrayList<>();

  @Test
  void whatWorkGivesArrivesOnTheOtherThread() {
    Thread here = Thread.currentThread();
    background.run(
        () -> Thread.currentThread() == here ? "on the same thread" : "elsewhere",
        result -> heard.add(result + (Thread.currentThread() == here ? ", heard here" : "")),
        heard::add);
    pump.until(() -> !heard.isEmpty());
    assertThat(heard).containsExactly("elsewhere, heard here");
    assertThat(background.runningProperty().get()).isZero();
  }

  @Test
  void aCheckedExceptionArrivesAsItsSentence() {
    background.run(
        () -> {
          throw new IOException("The disk is full.");
        },
        result -> heard.add("done"),
        heard::add);
    pump.until(() -> !heard.isEmpty());
    assertThat(heard).containsExactly("The disk is full.");
  }

  @Test
  void aFaultOfOursIsToldWithoutItsInnards() {
    background.run(
        () -> {
          throw new IllegalStateException("index 5 of 3");
        },
        result -> heard.add("done"),
        heard::add);
    pump.until(() -> !heard.isEmpty());
    assertThat(heard.getFirst()).contains("IllegalStateException").doesNotContain("index 5");
  }

  @Test
  void workInOrderKeepsItsOrder() {
    for (int i = 0; i < 50; i++) {
      String number = String.valueOf(i);
      background.runInOrder(() -> number, heard::add, heard::add);
    }
    pump.until(() -> heard.size() == 50);
    assertThat(heard)
        .containsExactlyElementsOf(
            java.util.stream.IntStream.range(0, 50).mapToObj(String::valueOf).toList());
  }

  @Test
  void closingWaitsForWorkInOrder() {
    List<String> saved = new java.util.concurrent.CopyOnWriteArrayList<>();
    for (int i = 0; i < 20; i++) {
      background.runInOrder(() -> saved.add("x"), done -> {}, heard::add);
    }
    background.close();
    assertThat(saved).hasSize(20);
  }
}
