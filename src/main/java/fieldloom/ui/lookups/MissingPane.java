package fieldloom.ui.lookups;

import fieldloom.ui.kit.Controls;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The values of the sample that no row has, and a button that adds them. */
final class MissingPane extends HBox {
  private static final int SHOWN = 12;

  private final TablesViewModel model;
  private final Label text = Controls.label("", "fl-strip-text", "fl-small");
  private final Button add = Controls.button("", Feather.PLUS);

  MissingPane(TablesViewModel model) {
    this.model = model;
    getStyleClass().addAll("fl-strip", "warn");
    setAlignment(Pos.CENTER_LEFT);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    add.getStyleClass().add("small");
    add.setOnAction(e -> model.addMissing());
    getChildren().addAll(text, add);
    managedProperty().bind(visibleProperty());
    model.missingProperty().subscribe(m -> show());
  }

  void show() {
    List<MissingKeys.Missing> missing = model.missingProperty().get();
    setVisible(!missing.isEmpty());
    String values =
        missing.stream()
            .limit(SHOWN)
            .map(m -> m.times() == 1 ? m.value() : Words.get("missing.times", m.value(), m.times()))
            .collect(Collectors.joining(", "));
    int more = Math.max(0, missing.size() - SHOWN);
    text.setText(Words.get("missing", values) + (more == 0 ? "" : Words.get("missing.more", more)));
    add.setText(Words.get("missing.add", missing.size()));
  }
}
