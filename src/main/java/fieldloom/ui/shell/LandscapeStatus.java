package fieldloom.ui.shell;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Grouped;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.landscape.Figures;
import fieldloom.ui.landscape.FlowFilter;
import fieldloom.ui.landscape.LandscapeViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** What the status bar says of the landscape: flows that ran, flows that failed, keys. */
final class LandscapeStatus extends HBox {
  private final LandscapeViewModel model;
  private final Label ran = Controls.label("");
  private final Button errors = new Button("", Icons.small(Feather.ALERT_TRIANGLE));
  private final Label keys = Controls.label("");

  LandscapeStatus(LandscapeViewModel model) {
    super(16);
    this.model = model;
    setAlignment(Pos.CENTER_LEFT);
    ran.setGraphic(Icons.small(Feather.MAP));
    ran.setMinWidth(USE_PREF_SIZE);
    ran.managedProperty().bind(ran.visibleProperty());
    errors.getStyleClass().addAll("fl-status-button", "fl-bad", "fl-bold");
    errors.setMinWidth(USE_PREF_SIZE);
    errors.managedProperty().bind(errors.visibleProperty());
    errors.setOnAction(e -> model.filterProperty().set(FlowFilter.PROBLEMS));
    keys.textProperty().bind(Workbench.TEXTS.bind("landscape.keys"));
    keys.setMinWidth(0);
    getChildren().addAll(ran, errors, keys);
    model.figuresProperty().subscribe(f -> show());
    model.stageProperty().subscribe(s -> show());
    show();
    Texts.follow(this, LandscapeStatus::show);
  }

  private void show() {
    Figures figures = model.figuresProperty().get();
    boolean shown = model.isShown();
    ran.setText(
        shown
            ? Workbench.TEXTS.get(
                "landscape.ran",
                Grouped.of(figures.ranToday()),
                figures.flows(),
                Grouped.of(figures.flows()))
            : "");
    ran.setVisible(shown && figures.flows() > 0);
    keys.setVisible(shown);
    errors.setVisible(shown && figures.failing() > 0);
    String words =
        figures.errors() > 0
            ? Workbench.TEXTS.get(
                "landscape.errors",
                figures.failing(),
                figures.errors(),
                Grouped.of(figures.errors()))
            : Workbench.TEXTS.get("landscape.failing", figures.failing());
    errors.setText(words);
    errors.setAccessibleText(words);
  }
}
