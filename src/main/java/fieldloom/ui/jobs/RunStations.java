package fieldloom.ui.jobs;

import fieldloom.store.Store.Counts;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Read, map, write as three cards with the records that passed, and beside them rate and errors.
 */
final class RunStations extends HBox {
  private final Label read = number();
  private final Label mapped = number();
  private final Label written = number();
  private final Label rate = number();
  private final Label errors = number();
  private final Label took = number();

  RunStations() {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            card("station.read", "station.read.about", read),
            Icons.small(Feather.CHEVRON_RIGHT),
            card("station.map", "station.map.about", mapped),
            Icons.small(Feather.CHEVRON_RIGHT),
            card("station.write", "station.write.about", written),
            figure("figure.rate", rate),
            figure("figure.errors", errors),
            figure("figure.took", took));
  }

  /**
   * @param duration how long it took; null while it runs
   */
  void show(Counts counts, @Nullable String duration, String perSecond) {
    read.setText(RunWords.count(counts.read()));
    mapped.setText(RunWords.count(Math.max(0, counts.read() - counts.failed())));
    written.setText(RunWords.count(counts.written()));
    rate.setText(perSecond);
    errors.setText(RunWords.count(counts.failed()));
    errors.getStyleClass().remove("fl-bad");
    if (counts.failed() > 0) {
      errors.getStyleClass().add("fl-bad");
    }
    took.setText(duration == null ? "–" : duration);
  }

  private static Label number() {
    return Controls.label("0", "fl-number");
  }

  private static VBox card(String key, String aboutKey, Label number) {
    Label name = Controls.label("", "fl-small", "fl-medium");
    name.textProperty().bind(RunWords.TEXTS.bind(key));
    Label about = Controls.label("", "fl-tiny", "fl-muted");
    about.textProperty().bind(RunWords.TEXTS.bind(aboutKey));
    number.setAccessibleHelp(key);
    VBox card = new VBox(2, name, number, about);
    card.getStyleClass().addAll("fl-card", "fl-station");
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private static VBox figure(String key, Label number) {
    Label name = Controls.label("", "fl-small", "fl-muted");
    name.textProperty().bind(RunWords.TEXTS.bind(key));
    name.setMinWidth(Region.USE_PREF_SIZE);
    number.setMinWidth(Region.USE_PREF_SIZE);
    VBox box = new VBox(4, name, number);
    box.getStyleClass().add("fl-figure");
    return box;
  }
}
