package fieldloom.ui.landscape;

import fieldloom.landscape.Flow;
import fieldloom.landscape.FlowState;
import fieldloom.ui.kit.Controls;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The flows of what is picked, 50 px each: state, document, way, when it ran last. */
final class FlowList extends ListView<Flow> {
  private static final double ROW_PX = 50;
  private static final int MOST_ROWS = 8;

  private final LandscapeViewModel model;
  private boolean filling;

  FlowList(LandscapeViewModel model, LandscapeCommands commands) {
    this.model = model;
    getStyleClass().add("fl-flow-list");
    setFixedCellSize(ROW_PX);
    setCellFactory(view -> new Cell());
    accessibleTextProperty().bind(LandscapeWords.TEXTS.bind("flows"));
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, was, is) -> {
              if (!filling && is != null) {
                model.selection().showFlow(is);
              }
            });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            commands.openMapping();
            e.consume();
          } else if (e.getCode() == KeyCode.DELETE) {
            commands.removeFlow();
            e.consume();
          }
        });
    setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            commands.openMapping();
          }
        });
  }

  /** Shows the flows as they are now. */
  void show() {
    List<Flow> flows = model.selection().flows();
    filling = true;
    if (!flows.equals(getItems())) {
      getItems().setAll(flows);
    }
    Flow shown = model.selection().flow();
    if (shown == null) {
      getSelectionModel().clearSelection();
    } else {
      getSelectionModel().select(shown);
    }
    filling = false;
    double height = Math.min(MOST_ROWS, flows.size()) * ROW_PX;
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
    setVisible(!flows.isEmpty());
    setManaged(!flows.isEmpty());
    refresh();
  }

  /** One flow. */
  private final class Cell extends ListCell<Flow> {
    private final Region dot = new Region();
    private final Label title = Controls.label("", "fl-medium");
    private final Label way = Controls.label("", "fl-small", "fl-muted");
    private final Label state = Controls.label("", "fl-small", "fl-muted");
    private final HBox row;

    Cell() {
      dot.getStyleClass().add("fl-dot");
      title.setMaxWidth(Double.MAX_VALUE);
      state.setMinWidth(Region.USE_PREF_SIZE);
      way.setMinWidth(0);
      VBox text = new VBox(1, title, new HBox(8, way, Controls.spacer(), state));
      text.setMinWidth(0);
      HBox.setHgrow(text, Priority.ALWAYS);
      row = new HBox(8, dot, text);
      HBox.setMargin(dot, new Insets(5, 0, 0, 0));
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Flow flow, boolean empty) {
      super.updateItem(flow, empty);
      if (flow == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      FlowState now = model.state(flow);
      dot.getStyleClass().setAll("fl-dot", LandscapeWords.tone(now.health()));
      title.setText(LandscapeWords.both(flow.title()));
      way.setText(model.picture().words().way(flow));
      state.setText(LandscapeWords.state(now, model.now()));
      setAccessibleText(
          title.getText()
              + ", "
              + way.getText()
              + ", "
              + LandscapeWords.health(now.health())
              + ", "
              + state.getText());
      setGraphic(row);
    }
  }
}
