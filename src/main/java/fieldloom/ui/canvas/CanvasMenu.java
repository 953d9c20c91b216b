package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.TableEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/** The menu of a row, a link, a node or a loop. */
final class CanvasMenu {
  private final CanvasView view;
  private final CanvasViewModel model;
  private final CanvasGestures gestures;
  private final ContextMenu menu = new ContextMenu();
  private Function<Side, List<MenuItem>> ofTree = side -> List.of();

  CanvasMenu(CanvasView view, CanvasViewModel model, CanvasGestures gestures) {
    this.view = view;
    this.model = model;
    this.gestures = gestures;
  }

  /** Further items for what is in a tree, or for the tree itself. */
  void setTreeItems(Function<Side, List<MenuItem>> value) {
    ofTree = value;
  }

  void install() {
    view.setOnContextMenuRequested(this::show);
  }

  private void show(ContextMenuEvent event) {
    Selection selection = selection(event);
    List<MenuItem> items = new ArrayList<>();
    if (!selection.isNone()) {
      select(selection, event);
      items.addAll(items(selection));
    }
    Side side = event.isKeyboardTrigger() ? selection.side() : side(event);
    List<MenuItem> further = side == null ? List.of() : ofTree.apply(side);
    if (!further.isEmpty() && !items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.addAll(further);
    if (items.isEmpty()) {
      return;
    }
    menu.getItems().setAll(items);
    menu.show(view, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  /** What is under the pointer, of an unfolded rule the very node. */
  private void select(Selection selection, ContextMenuEvent event) {
    if (event.isKeyboardTrigger()) {
      return;
    }
    Point2D at = view.sceneToLocal(event.getSceneX(), event.getSceneY());
    if (selection.rule() == null || !gestures.selectNode(at)) {
      model.session().select(selection);
    }
  }

  /** The side whose tree is under the pointer; null between the trees. */
  private @Nullable Side side(ContextMenuEvent event) {
    double x = view.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    if (x < view.source().getWidth()) {
      return Side.SOURCE;
    }
    return x > view.target().getLayoutX() ? Side.TARGET : null;
  }

  /** What is under the pointer; by key, what is selected. */
  private Selection selection(ContextMenuEvent event) {
    if (event.isKeyboardTrigger()) {
      return model.session().selection();
    }
    Point2D at = view.sceneToLocal(event.getSceneX(), event.getSceneY());
    Selection field = gestures.fieldAt(at);
    if (field != null) {
      return field;
    }
    List<Rule> rules = gestures.under(at);
    return rules.isEmpty() ? Selection.NONE : Selection.rule(rules.getFirst());
  }

  private List<MenuItem> items(Selection selection) {
    List<MenuItem> items = new ArrayList<>();
    FieldRef field = selection.field();
    Side side = selection.side();
    if (field != null && side != null) {
      items.add(item("menu.link", () -> model.startLink(side, field), gestures::beginByKey));
    }
    if (side != Side.SOURCE) {
      items.add(item("menu.formula", model.session()::editFormula));
    }
    if (side != Side.SOURCE) {
      items.add(item("menu.fixes", model.editors()::fixes));
    }
    if (side == Side.TARGET && field != null) {
      items.add(item("menu.constant", () -> model.strip(Side.TARGET).edit(field)));
    }
    Rule drawn = model.nodes().rule();
    if (drawn != null && side != Side.SOURCE) {
      items.addAll(new NodeMenu(model).items(drawn));
    }
    List<MenuItem> ofRule = side == Side.SOURCE ? List.of() : ruleItems(selection);
    if (!ofRule.isEmpty()) {
      Menu rule = new Menu();
      rule.textProperty().bind(Words.bind("menu.rule"));
      rule.getItems().setAll(ofRule);
      items.add(rule);
    }
    Rule loop = loop(selection);
    if (loop != null) {
      items.add(item("menu.loop", () -> model.editLoop(loop)));
      items.add(
          item("menu.loop.keep", () -> model.session().apply(new Edit.DeleteLoop(loop, true))));
    }
    int deleted = model.marked().rules().size();
    if (deleted > 0) {
      String one = side == Side.SOURCE ? "menu.delete.links" : "menu.delete";
      String key = side == Side.TARGET && deleted > 1 ? "menu.delete.many" : one;
      items.add(item(key, model.marked()::delete));
    }
    if (field != null && side != null) {
      items.add(new SeparatorMenuItem());
      boolean pinned = model.strip(side).isPinned(field);
      items.add(item(pinned ? "menu.unpin" : "menu.pin", model::togglePin));
      items.add(item("menu.copy", () -> copy(field)));
    }
    if (!selection.isNone()) {
      boolean focused = model.lens().isFocused();
      items.add(item(focused ? "menu.focus.leave" : "menu.focus", model::toggleFocus));
    }
    return items;
  }

  /** What can be done with a rule as a whole. */
  private List<MenuItem> ruleItems(Selection selection) {
    List<MenuItem> items = new ArrayList<>();
    if (rules(selection).stream().anyMatch(r -> r.expression() != null)) {
      items.add(item("menu.rule.copy", model.copied()::take));
    }
    if (model.copied().isThere()) {
      items.add(item("menu.rule.paste", model.marked()::paste));
    }
    Rule formula = formula(selection);
    if (formula != null && formula.formula() != null) {
      String table = TableEdit.firstTable(formula.formula());
      if (table != null) {
        items.add(item("menu.table", () -> model.editors().table(table)));
      }
      items.add(item("menu.function", () -> model.editors().function(formula)));
    }
    return items;
  }

  private @Nullable Rule loop(Selection selection) {
    return rules(selection).stream().filter(r -> r.each() != null).findFirst().orElse(null);
  }

  private @Nullable Rule formula(Selection selection) {
    return rules(selection).stream().filter(r -> r.formula() != null).findFirst().orElse(null);
  }

  private List<Rule> rules(Selection selection) {
    return selection.rule() != null
        ? List.of(selection.rule())
        : selection.field() == null || selection.side() == Side.SOURCE
            ? List.of()
            : model.session().index().filling(selection.field()).stream()
                .map(RuleView::rule)
                .toList();
  }

  static MenuItem item(String key, Runnable... actions) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(Words.bind(key));
    item.setOnAction(
        e -> {
          for (Runnable action : actions) {
            action.run();
          }
        });
    return item;
  }

  private static void copy(FieldRef field) {
    ClipboardContent content = new ClipboardContent();
    content.putString(field.toString());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
