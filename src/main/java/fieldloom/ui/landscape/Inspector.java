package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Edge;
import fieldloom.landscape.Words;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is picked, 300 px wide: its sentence, its flows, and one of them with what to do. */
final class Inspector extends ScrollPane {
  private static final Texts TEXTS = LandscapeWords.TEXTS;

  private final LandscapeViewModel model;
  private final Label heading = Controls.label("", "fl-heading");
  private final Label about = Controls.label("", "fl-small", "fl-muted");
  private final Label first = Controls.label("", "fl-small", "fl-inspector-first");
  private final Label other = Controls.label("", "fl-small", "fl-muted");
  private final Button edit = Controls.iconOnly(Feather.EDIT_2, TEXTS.bind("system.edit"));
  private final Button say = Controls.iconOnly(Feather.EDIT_2, TEXTS.bind("edge.say"));
  private final Button add = Controls.iconOnly(Feather.PLUS, TEXTS.bind("flow.new"));
  private final Button remove = Controls.iconOnly(Feather.TRASH_2, TEXTS.bind("system.remove"));
  private final FlowList flows;
  private final DetailPane detail;
  private final SummaryPane summary;

  Inspector(LandscapeViewModel model, LandscapeCommands commands) {
    this.model = model;
    getStyleClass().add("fl-inspector");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    accessibleTextProperty().bind(TEXTS.bind("inspector"));
    flows = new FlowList(model, commands);
    detail = new DetailPane(model, commands);
    summary = new SummaryPane(model);
    heading.setMaxWidth(Double.MAX_VALUE);
    heading.setWrapText(true);
    HBox.setHgrow(heading, Priority.ALWAYS);
    for (Label label : new Label[] {about, first, other}) {
      label.setWrapText(true);
      label.managedProperty().bind(label.textProperty().isNotEmpty());
    }
    for (Button button : new Button[] {add, say, edit, remove}) {
      button.getStyleClass().add("small");
      button.managedProperty().bind(button.visibleProperty());
    }
    HBox title = new HBox(2, heading, add, say, edit, remove);
    title.setAlignment(Pos.TOP_LEFT);
    VBox head = new VBox(4, title, about, first, other);
    head.getStyleClass().add("fl-inspector-head");
    setContent(new VBox(head, summary, flows, detail));
    add.setOnAction(e -> commands.addFlow());
    remove.setOnAction(e -> commands.remove());
    edit.setOnAction(
        e -> {
          BusinessSystem system = model.picture().system(model.selection().picked());
          if (system != null) {
            commands.edit(system);
          }
        });
    say.setOnAction(
        e -> {
          Edge edge = model.picture().edge(model.selection().picked());
          if (edge != null) {
            commands.say(edge);
          }
        });
    model.revisionProperty().subscribe(r -> show());
    model.selection().pickedProperty().subscribe(p -> show());
    model.selection().flowProperty().subscribe(f -> show());
    model.selection().detailsProperty().subscribe(d -> detail.show());
  }

  private void show() {
    Picked picked = model.selection().picked();
    Edge edge = model.picture().edge(picked);
    BusinessSystem system = model.picture().system(picked);
    if (edge != null) {
      heading.setText(model.picture().words().heading(edge));
      about.setText("");
      sentence(edge.sentence());
      if (edge.sentence().isEmpty()) {
        other.setText(TEXTS.get("edge.no-sentence"));
      }
    } else if (system != null) {
      heading.setText(system.name());
      about.setText(LandscapeWords.both(system.title()));
      sentence(system.sentence());
    } else {
      heading.setText(LandscapeWords.both(model.area().title()));
      about.setText("");
      sentence(Words.NONE);
    }
    add.setVisible(edge != null || system != null);
    say.setVisible(edge != null);
    edit.setVisible(system != null);
    remove.setVisible(system != null);
    summary.setVisible(edge == null && system == null);
    summary.show();
    flows.show();
    detail.show();
  }

  private void sentence(Words words) {
    first.setText(LandscapeWords.first(words));
    other.setText(LandscapeWords.other(words));
  }

  /** Gives the keyboard to the list, or to the first button where there is none. */
  void focusFirst() {
    Node to = flows.isVisible() ? flows : add.isVisible() ? add : this;
    to.requestFocus();
  }
}
