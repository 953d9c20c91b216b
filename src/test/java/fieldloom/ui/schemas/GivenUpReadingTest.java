package fieldloom.ui.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.LargeSchemas;
import fieldloom.catalog.Catalog;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large schemas whose reading is given up: the parser ends where it is. */
class GivenUpReadingTest {
  private static final int API_BYTES = 30 << 20;

  @TempDir private Path folder;

  /** Interrupts the reading thread at three tenths and returns what it was told. */
  private static List<Double> giveUpAtThreeTenths(Path file) {
    List<Double> told = new ArrayList<>();
    try {
      assertThatThrownBy(
              () ->
                  PickedFiles.look(
                      List.of(file),
                      0,
                      share -> {
                        told.add(share);
                        if (share >= 0.3) {
                          Thread.currentThread().interrupt();
                        }
                      }))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    return told;
  }

  @Test
  void theParserOfALargeApiEndsAtTheNextPieceItAsksFor() throws Exception {
    List<Double> told =
        giveUpAtThreeTenths(LargeSchemas.api(folder.resolve("api.json"), API_BYTES));
    assertThat(told).isSorted().last().satisfies(last -> assertThat(last).isBetween(0.3, 0.32));
    assertThat(told).hasSizeGreaterThan(40);
  }

  @Test
  void theParserOfALargeXsdEndsAtTheNextPieceItAsksFor() throws Exception {
    List<Double> told = giveUpAtThreeTenths(LargeSchemas.xsd(folder.resolve("large.xsd"), 20_000));
    assertThat(told).isSorted().last().satisfies(last -> assertThat(last).isBetween(0.3, 0.32));
  }

  @Test
  void cancelEndsTheThreadAndAnotherFileIsReadThen() throws Exception {
    Pump pump = new Pump();
    try (Background background = new Background(pump)) {
      PickViewModel model = new PickViewModel(background, Catalog::carried);
      model.pick(List.of(LargeSchemas.api(folder.resolve("api.json"), API_BYTES)));
      pump.until(() -> model.progressProperty().get() >= 0.1);
      assertThat(model.busyProperty().get()).isTrue();

      model.cancel();
      double reached = model.progressProperty().get();
      assertThat(model.busyProperty().get()).isFalse();
      assertThat(model.problemProperty().get()).contains("api.json").contains("cancelled");
      pump.until(() -> background.runningProperty().get() == 0);
      assertThat(model.pickProperty().get()).isNull();
      assertThat(model.offers()).isEmpty();
      assertThat(reached).isLessThan(1);

      model.pick(List.of(Files.writeString(folder.resolve("small.json"), "{\"a\":1}")));
      pump.until(() -> model.pickProperty().get() != null);
      assertThat(model.problemProperty().get()).isEmpty();
    }
  }
}
