package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Edge;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/** The menu of a system, an edge, or the ground. */
final class LandscapeMenu {
  private final LandscapePane pane;
  private final LandscapeViewModel model;
  private final LandscapeCommands commands;
  private final ContextMenu menu = new ContextMenu();

  LandscapeMenu(LandscapePane pane, LandscapeViewModel model, LandscapeCommands commands) {
    this.pane = pane;
    this.model = model;
    this.commands = commands;
  }

  void install() {
    pane.setOnContextMenuRequested(this::show);
  }

  private void show(ContextMenuEvent event) {
    menu.getItems().setAll(items());
    if (event.isKeyboardTrigger()) {
      Bounds here = pane.localToScreen(pane.pickedBounds());
      menu.show(pane, here.getMinX(), here.getMaxY());
    } else {
      menu.show(pane, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  private List<MenuItem> items() {
    Picked picked = model.selection().picked();
    BusinessSystem system = model.picture().system(picked);
    Edge edge = model.picture().edge(picked);
    List<MenuItem> items = new ArrayList<>();
    if (system != null) {
      items.add(item("flow.new", commands::addFlow));
      items.add(item("system.edit", () -> commands.edit(system)));
      items.add(item("system.remove", commands::remove));
    } else if (edge != null) {
      items.add(item("open.mapping", commands::openMapping));
      items.add(item("run.job", commands::runJob));
      items.add(item("open.job", commands::openJob));
      items.add(new SeparatorMenuItem());
      items.add(item("flow.new", commands::addFlow));
      items.add(item("edge.say", () -> commands.say(edge)));
      items.add(item("flow.remove", commands::removeFlow));
    } else {
      items.add(item("system.new", commands::addSystem));
      items.add(item("flow.new", commands::addFlow));
      items.add(item("tidy", model.edits()::tidy));
      items.add(item("fit", pane::fit));
    }
    return items;
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(LandscapeWords.TEXTS.bind(key));
    item.setOnAction(e -> action.run());
    return item;
  }
}
