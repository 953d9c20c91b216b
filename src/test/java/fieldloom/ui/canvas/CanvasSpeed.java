package fieldloom.ui.canvas;

import fieldloom.model.FieldType;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.SessionThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Scene;

/** Measures the canvas with 10,000 fields a side and 5,000 links; run by hand. */
public final class CanvasSpeed {
  private CanvasSpeed() {}

  public static void main(String[] args) {
    Snapshots.onToolkit(
        () -> {
          measure();
          return null;
        });
    System.exit(0);
  }

  private static void measure() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < 10_000; i += 2) {
      String path = "order.group" + i / 100 + ".字段" + i;
      String to = "group" + i / 100 + ".target" + i;
      rules.add(i % 20 == 0 ? Rule.formula(to, "UPPER(" + path + ")") : Rule.link(to, path));
    }
    long start = System.nanoTime();
    EditorSession session =
        new EditorSession(
            OrderToBill.empty().withRules(rules),
            Map.of("order", schema("order", "字段"), "bill", schema("bill", "target")),
            Autosaver.none(),
            r -> Preview.none(r.mapping()),
            SessionThreads.direct());
    EditorFixture editor = new EditorFixture(session);
    editor.source.setAllOpen(true);
    for (int i = 0; i < 100; i++) {
      editor.source.setOpen(FieldRef.parse("order.group" + i), true);
      editor.target.setOpen(FieldRef.parse("bill.group" + i), true);
    }
    Scene scene = editor.scene(Theme.LIGHT, 1388, 788);
    say("open", start);
    Snapshots.save(scene, "large");
    for (int round = 0; round < 3; round++) {
      start = System.nanoTime();
      for (int i = 1; i <= 100; i++) {
        editor.source.setScroll(i * 77);
        editor.target.setScroll(i * 70);
        editor.root.applyCss();
        editor.root.layout();
      }
      System.out.println("scroll step " + (System.nanoTime() - start) / 100 / 1000 + " µs");
    }
    start = System.nanoTime();
    session.apply(
        new Edit.Link(
            FieldRef.parse("order.group1.字段101"), FieldRef.parse("bill.group1.target101")));
    editor.root.layout();
    say("edit", start);
    start = System.nanoTime();
    editor.source.searchProperty().set("99");
    editor.root.layout();
    say("search", start);
    Snapshots.save(scene, "large-scrolled");
  }

  private static void say(String what, long start) {
    System.out.println(what + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }

  private static SchemaTree schema(String name, String field) {
    List<SchemaNode> groups =
        IntStream.range(0, 100)
            .mapToObj(
                g ->
                    SchemaNode.builder("group" + g, FieldType.OBJECT)
                        .children(
                            IntStream.range(g * 100, g * 100 + 100)
                                .mapToObj(
                                    i -> SchemaNode.builder(field + i, FieldType.STRING).build())
                                .toList())
                        .build())
            .toList();
    return new SchemaTree(
        null, SchemaNode.builder(name, FieldType.OBJECT).children(groups).build());
  }
}
