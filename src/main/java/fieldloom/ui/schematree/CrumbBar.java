package fieldloom.ui.schematree;

import fieldloom.ui.kit.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The groups around the first row that scrolls, the outermost first; a press goes there. Where it
 * is too narrow for all, the outer ones are in a menu.
 */
final class CrumbBar extends Region {
  private static final double LEFT = 8;
  private static final double RIGHT = 14;
  private static final double ARROW = 14;
  private static final double LEAST = 40;

  private final Consumer<SchemaRow> go;
  private final MenuButton more = new MenuButton("…");
  private final List<Button> buttons = new ArrayList<>();
  private final List<FontIcon> arrows = new ArrayList<>();
  private List<SchemaRow> shown = List.of();

  CrumbBar(Consumer<SchemaRow> go) {
    this.go = go;
    getStyleClass().add("fl-crumbs");
    setManaged(false);
    more.getStyleClass().setAll("fl-tree-crumb");
    more.accessibleTextProperty().bind(Words.bind("crumb.more"));
    more.setManaged(false);
    getChildren().add(more);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Enter presses the button that has the keyboard, as space does. */
  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      if (event.getTarget() instanceof Button button) {
        button.fire();
      } else if (event.getTarget() == more) {
        more.show();
      }
      event.consume();
    }
  }

  void show(List<SchemaRow> crumbs) {
    if (crumbs.equals(shown)) {
      return;
    }
    shown = List.copyOf(crumbs);
    while (buttons.size() < shown.size()) {
      Button button = new Button();
      button.setMnemonicParsing(false);
      Controls.tip(button, button.accessibleTextProperty());
      button.getStyleClass().setAll("fl-tree-crumb");
      button.setManaged(false);
      FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
      arrow.getStyleClass().add("fl-crumb-arrow");
      arrow.setManaged(false);
      arrow.setMouseTransparent(true);
      buttons.add(button);
      arrows.add(arrow);
      getChildren().addAll(arrow, button);
    }
    for (int i = 0; i < shown.size(); i++) {
      SchemaRow row = shown.get(i);
      Button button = buttons.get(i);
      button.setText(row.label());
      button.setAccessibleText(spoken(row));
      button.setOnAction(e -> go.accept(row));
    }
    requestLayout();
  }

  private static String spoken(SchemaRow row) {
    String name = row.title() == null ? row.label() : row.label() + " " + row.title();
    return Words.get("crumb", name);
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - LEFT - RIGHT;
    applyCss();
    int from = shown.size();
    double used = 0;
    while (from > 0) {
      double width = widthOf(buttons.get(from - 1)) + (from > 1 ? ARROW : 0);
      double left = from > 1 ? widthOf(more) : 0;
      boolean innermost = from == shown.size();
      if (!innermost && used + width + left > room) {
        break;
      }
      used += width;
      from--;
    }
    more.setVisible(from > 0);
    double x = LEFT;
    if (from > 0) {
      fillMore(from);
      x = place(more, x, widthOf(more));
    }
    for (int i = 0; i < buttons.size(); i++) {
      boolean visible = i >= from && i < shown.size();
      buttons.get(i).setVisible(visible);
      arrows.get(i).setVisible(visible && i > 0);
      if (visible) {
        if (i > 0) {
          place(arrows.get(i), x, ARROW);
          x += ARROW;
        }
        double most = Math.max(LEAST, getWidth() - RIGHT - x);
        x = place(buttons.get(i), x, Math.min(most, widthOf(buttons.get(i))));
      }
    }
  }

  private void fillMore(int count) {
    more.getItems().clear();
    for (SchemaRow row : shown.subList(0, count)) {
      MenuItem item = new MenuItem(row.label());
      item.setMnemonicParsing(false);
      item.setOnAction(e -> go.accept(row));
      more.getItems().add(item);
    }
  }

  private static double widthOf(Region node) {
    return Math.ceil(node.prefWidth(-1));
  }

  private double place(Node node, double x, double width) {
    double height = Math.min(getHeight(), node.prefHeight(width));
    node.resizeRelocate(x, Math.round((getHeight() - height) / 2), width, height);
    return x + width;
  }
}
