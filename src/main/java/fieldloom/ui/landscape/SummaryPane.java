package fieldloom.ui.landscape;

import fieldloom.landscape.FlowState.Health;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Grouped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the inspector says while nothing is picked: flows by how they go, and what keys do. */
final class SummaryPane extends VBox {
  private static final List<Health> ORDER =
      List.of(Health.ERRORS, Health.WARNINGS, Health.RUNNING, Health.GOOD, Health.NEVER);
  private static final List<String> KEYS =
      List.of("arrows", "enter", "a", "alt", "delete", "zoom", "f6");

  private final LandscapeViewModel model;
  private final Map<Health, Label> counts = new EnumMap<>(Health.class);

  SummaryPane(LandscapeViewModel model) {
    this.model = model;
    getStyleClass().add("fl-landscape-summary");
    VBox states = new VBox(8);
    for (Health health : ORDER) {
      states.getChildren().add(row(health));
    }
    Label hint = Controls.label("", "fl-muted", "fl-small");
    hint.textProperty().bind(LandscapeWords.TEXTS.bind("hint"));
    hint.setWrapText(true);
    VBox keys = new VBox(6);
    for (String key : KEYS) {
      keys.getChildren().add(key(key));
    }
    getChildren().addAll(states, hint, keys);
    managedProperty().bind(visibleProperty());
  }

  private HBox row(Health health) {
    Region dot = new Region();
    dot.getStyleClass().addAll("fl-dot", LandscapeWords.tone(health));
    Label word = Controls.label("");
    word.textProperty()
        .bind(
            LandscapeWords.TEXTS.bind(
                "legend." + health.name().toLowerCase(java.util.Locale.ROOT)));
    Label count = Controls.label("0", "fl-bold");
    counts.put(health, count);
    HBox row = new HBox(8, dot, word, Controls.spacer(), count);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static HBox key(String key) {
    Label name = Controls.key("");
    name.textProperty().bind(LandscapeWords.TEXTS.bind("key." + key));
    name.setMinWidth(USE_PREF_SIZE);
    Label does = Controls.label("", "fl-muted", "fl-small");
    does.textProperty().bind(LandscapeWords.TEXTS.bind("key." + key + ".does"));
    HBox row = new HBox(8, name, does);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** Shows the figures as they are now. */
  void show() {
    Map<Health, Integer> byHealth = model.figuresProperty().get().byHealth();
    counts.forEach((health, label) -> label.setText(Grouped.of(byHealth.getOrDefault(health, 0))));
  }
}
