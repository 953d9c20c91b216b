package fieldloom.ui.start;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Tone;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import org.kordamp.ikonli.feather.Feather;

/** A sample with a small drawing of links, its size, and the button that opens it. */
final class SampleTile extends VBox {
  private static final double HEIGHT_PX = 104;
  private static final int ROWS = 6;
  private static final int[] TO = {0, 1, 3, 2, 4, 5};

  SampleTile(SampleCard card, StartActions actions) {
    getStyleClass().addAll("fl-card", "fl-sample");
    Label about = Controls.label(card.about(), "fl-muted", "fl-small");
    about.setWrapText(true);
    Label size = Controls.label("", "fl-muted", "fl-small");
    size.textProperty()
        .bind(
            StartView.TEXTS.bind(
                "sample.size", String.valueOf(card.rules()), String.valueOf(card.tests())));
    Label chip = Controls.chip("", Tone.ACCENT);
    chip.textProperty().bind(StartView.TEXTS.bind("sample.chip"));
    HBox head = new HBox(8, chip, Controls.spacer(), size);
    head.setAlignment(Pos.CENTER_LEFT);
    Button open = Controls.button(StartView.TEXTS.bind("sample.open"), Feather.CHEVRON_RIGHT);
    open.accessibleTextProperty().unbind();
    open.accessibleTextProperty().bind(StartView.TEXTS.bind("sample.open.named", card.name()));
    open.setOnAction(e -> actions.openSample(card));
    VBox text = new VBox(8, head, Controls.label(card.name(), "fl-bold"), about, open);
    text.getStyleClass().add("fl-sample-text");
    getChildren().addAll(drawing(card.id().hashCode()), text);
    HBox.setHgrow(this, Priority.ALWAYS);
    setMaxWidth(340);
  }

  /** Rows at both sides and links between them; which one is marked follows from the sample. */
  private static Pane drawing(int seed) {
    Pane pane = new Pane();
    pane.getStyleClass().add("fl-sample-drawing");
    pane.setMinHeight(HEIGHT_PX);
    pane.setPrefHeight(HEIGHT_PX);
    int marked = Math.floorMod(seed, ROWS);
    for (int i = 0; i < ROWS; i++) {
      double y = 16 + i * 14;
      Region left = row(y, 56 - (i * 7 + seed) % 20);
      left.setLayoutX(12);
      Region right = row(y, 56 - (i * 5) % 18);
      right.layoutXProperty().bind(pane.widthProperty().subtract(68));
      CubicCurve link = new CubicCurve();
      link.getStyleClass().add(i == marked ? "fl-sample-marked" : "fl-sample-link");
      link.setStartX(76);
      link.setStartY(y);
      link.setEndY(16 + TO[i] * 14);
      link.endXProperty().bind(pane.widthProperty().subtract(76));
      link.controlX1Property().bind(pane.widthProperty().divide(2));
      link.controlX2Property().bind(pane.widthProperty().divide(2));
      link.setControlY1(y);
      link.setControlY2(16 + TO[i] * 14);
      pane.getChildren().addAll(left, right, link);
    }
    return pane;
  }

  private static Region row(double y, double widthPx) {
    Region row = new Region();
    row.getStyleClass().add("fl-sample-row");
    row.setLayoutY(y - 2);
    row.setPrefSize(widthPx, 4);
    return row;
  }
}
