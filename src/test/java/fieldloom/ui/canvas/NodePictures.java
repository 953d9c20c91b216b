package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.NodeLook.Hue;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.SessionThreads;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Draws unfolded formulas to look at, into {@code target/snapshots}; run by hand. */
public final class NodePictures {
  private NodePictures() {}

  public static void main(String[] args) {
    for (Theme theme : Theme.values()) {
      for (Language language : Language.values()) {
        Snapshots.onToolkit(
            () -> {
              Texts.languageProperty().set(language);
              String name = theme.label() + "-" + language;
              draw(theme, 1388, 788, name + "-wide");
              draw(theme, 1000, 700, name + "-narrow");
              return null;
            });
      }
    }
    System.exit(0);
  }

  private static EditorFixture editor() {
    List<Rule> rules = new ArrayList<>(OrderToBill.mapping().rules());
    rules.add(
        Rule.formula(
            "FNote",
            "IF(order.status == \"confirmed\", CONCAT(UPPER(TRIM(order.remark)), \" / \","
                + " order.currency), LEFT(order.remark, 20))"));
    EditorSession session =
        new EditorSession(
            OrderToBill.mapping().withRules(rules),
            OrderToBill.schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    session.setSample(OrderToBill.sample());
    return new EditorFixture(session).closed();
  }

  private static void draw(Theme theme, double width, double height, String name) {
    EditorFixture editor = editor();
    Scene scene = editor.scene(theme, width, height);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    NodesModel nodes = editor.canvas.nodes();
    nodes.open(rule(editor, "bill.FNote"), true);
    nodes.select(rule(editor, "bill.FNote"), NodePath.parse("1"));
    nodes.dress().colour(Hue.GREEN);
    nodes.dress().type(NodeDress.Part.NAME);
    nodes.dress().typed("Remark");
    Snapshots.save(scene, "nodes-" + name);
    nodes.select(rule(editor, "bill.FNote"), NodePath.parse("1.1"));
    nodes.dress().type(NodeDress.Part.VALUE);
    scene.getRoot().layout();
    Snapshots.save(scene, "nodes-typing-" + name);
    nodes.dress().stopTyping();
    plus(editor);
    Snapshots.save(scene, "nodes-plus-" + name);
    editor.view.links().plus().show(null, 1);
    nodes.open(rule(editor, "bill.FEntity[].FAmount"), true);
    scene.getRoot().layout();
    nodes.insertOn(Frame.Joint.of(rule(editor, "bill.FEntity[].FAmount"), NodePath.parse("0")));
    scene.getRoot().layout();
    Snapshots.save(scene, "nodes-insert-" + name);
    nodes.insertOn(null);
    group(editor);
    scene.getRoot().layout();
    Snapshots.save(scene, "nodes-group-" + name);
    stage.close();
  }

  private static void group(EditorFixture editor) {
    NodesModel nodes = editor.canvas.nodes();
    nodes.open(rule(editor, "bill.FNote"), false);
    nodes.open(rule(editor, "bill.FEntity[].FAmount"), false);
    nodes.groups().toggle(rule(editor, "bill.FNote"));
    nodes.groups().group("Amounts and remarks");
  }

  private static void plus(EditorFixture editor) {
    Frame.Joint joint = Frame.Joint.of(rule(editor, "bill.FNote"), NodePath.parse("2.0"));
    editor.view.links().frame().curves().stream()
        .filter(c -> joint.equals(c.joint()))
        .findFirst()
        .ifPresent(
            c ->
                editor
                    .view
                    .links()
                    .plus()
                    .show(new PlusButton.Spot(joint, c.line().x(0.3), c.line().y(0.3)), 1));
  }

  private static Rule rule(EditorFixture editor, String field) {
    return editor.session.index().filling(FieldRef.parse(field)).getLast().rule();
  }
}
