package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What single keys do while the landscape has the keyboard. */
final class LandscapeKeys {
  private static final double ZOOM_STEP = 1.25;
  private static final double GRID = 8;

  private final LandscapePane pane;
  private final LandscapeViewModel model;
  private final LandscapeCommands commands;

  LandscapeKeys(LandscapePane pane, LandscapeViewModel model, LandscapeCommands commands) {
    this.pane = pane;
    this.model = model;
    this.commands = commands;
  }

  void install() {
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isConsumed()) {
      return;
    }
    Arrow arrow = arrow(event.getCode());
    boolean known = true;
    if (arrow != null) {
      if (event.isAltDown()) {
        nudge(arrow);
      } else {
        model.selection().walk(arrow);
      }
    } else if (!event.isAltDown()) {
      known = single(event);
    } else {
      known = false;
    }
    if (known) {
      event.consume();
    }
  }

  private boolean single(KeyEvent event) {
    boolean known = true;
    switch (event.getCode()) {
      case ENTER -> commands.enter();
      case A -> commands.addFlow();
      case DELETE, BACK_SPACE -> commands.remove();
      case DIGIT0, NUMPAD0 -> pane.fit();
      case PLUS, EQUALS, ADD -> zoom(ZOOM_STEP);
      case MINUS, SUBTRACT -> zoom(1 / ZOOM_STEP);
      case ESCAPE -> {
        known = !model.selection().picked().equals(Picked.NOTHING);
        model.selection().pick(Picked.NOTHING);
      }
      default -> known = false;
    }
    return known;
  }

  private void zoom(double factor) {
    pane.viewport().zoom(factor);
    pane.requestLayout();
  }

  private void nudge(Arrow arrow) {
    BusinessSystem system = model.picture().system(model.selection().picked());
    if (system != null) {
      double dx = arrow == Arrow.LEFT ? -GRID : arrow == Arrow.RIGHT ? GRID : 0;
      double dy = arrow == Arrow.UP ? -GRID : arrow == Arrow.DOWN ? GRID : 0;
      model.edits().nudge(system.id(), dx, dy);
    }
  }

  private static @Nullable Arrow arrow(KeyCode code) {
    return switch (code) {
      case LEFT, KP_LEFT -> Arrow.LEFT;
      case RIGHT, KP_RIGHT -> Arrow.RIGHT;
      case UP, KP_UP -> Arrow.UP;
      case DOWN, KP_DOWN -> Arrow.DOWN;
      default -> null;
    };
  }
}
