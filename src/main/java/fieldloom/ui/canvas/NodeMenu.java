package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.model.drawing.Drawing.Node;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.session.NodeLook.Hue;
import fieldloom.ui.session.RuleDrawing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;

/** What the menu of a link, a box or a port offers about nodes. */
final class NodeMenu {
  private final CanvasViewModel model;

  NodeMenu(CanvasViewModel model) {
    this.model = model;
  }

  /** Items for the selected rule and the selected one of its nodes. */
  List<MenuItem> items(Rule rule) {
    NodesModel nodes = model.nodes();
    List<MenuItem> items = new ArrayList<>();
    if (RuleDrawing.of(rule).isEmpty()) {
      return items;
    }
    items.add(CanvasMenu.item("menu.insert", nodes::insertOnSelected));
    if (!nodes.canOpen(rule)) {
      return items;
    }
    boolean open = nodes.isOpen(rule);
    items.add(CanvasMenu.item(open ? "menu.fold" : "menu.unfold", () -> nodes.toggle(rule)));
    NodesModel.Picked picked = nodes.picked();
    NodePath at = picked == null ? NodePath.ROOT : picked.at();
    nodes.node(rule, at).ifPresent(node -> items.addAll(of(node, picked != null)));
    return items;
  }

  private List<MenuItem> of(Node node, boolean step) {
    NodesModel nodes = model.nodes();
    List<MenuItem> items = new ArrayList<>();
    if (node.shape().isLeaf()) {
      items.add(CanvasMenu.item("menu.value", () -> nodes.dress().type(NodeDress.Part.VALUE)));
      items.add(CanvasMenu.item("menu.argument.remove", () -> nodes.delete(true)));
      return items;
    }
    if (step && nodes.forms().canAdd(node)) {
      items.add(CanvasMenu.item("menu.argument.add", nodes::addArgument));
    }
    items.add(CanvasMenu.item("menu.node.keep", () -> nodes.delete(false)));
    if (step) {
      items.add(CanvasMenu.item("menu.node.cut", () -> nodes.delete(true)));
    }
    items.add(look());
    return items;
  }

  /** How the box looks and where it stands. */
  private Menu look() {
    NodesModel nodes = model.nodes();
    Menu menu = menu("menu.look");
    menu.getItems()
        .setAll(
            CanvasMenu.item("menu.name", () -> nodes.dress().type(NodeDress.Part.NAME)),
            CanvasMenu.item("menu.comment", () -> nodes.dress().type(NodeDress.Part.COMMENT)),
            colours());
    if (nodes.groups().isAny()) {
      menu.getItems().add(group());
    }
    if (nodes.dress().isMoved()) {
      menu.getItems().add(CanvasMenu.item("menu.place", nodes.dress()::putBack));
    }
    return menu;
  }

  private Menu group() {
    NodeGroups groups = model.nodes().groups();
    Menu menu = menu("menu.group");
    menu.getItems()
        .add(
            CanvasMenu.item(
                "menu.group.name", () -> model.nodes().dress().type(NodeDress.Part.GROUP)));
    if (!groups.name().isEmpty()) {
      menu.getItems().add(CanvasMenu.item("menu.group.none", () -> groups.group("")));
      menu.getItems().add(CanvasMenu.item("menu.unfold", () -> groups.unfold(true)));
      menu.getItems().add(CanvasMenu.item("menu.fold", () -> groups.unfold(false)));
    }
    return menu;
  }

  private static Menu menu(String key) {
    Menu menu = new Menu();
    menu.textProperty().bind(Words.bind(key));
    return menu;
  }

  private Menu colours() {
    Menu menu = menu("menu.colour");
    Hue now = model.nodes().dress().selectedLook().hue();
    for (Hue hue : Hue.values()) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(Words.bind("hue." + hue.name().toLowerCase(Locale.ROOT)));
      item.setSelected(hue == now);
      item.setOnAction(e -> model.nodes().dress().colour(hue));
      menu.getItems().add(item);
    }
    return menu;
  }
}
