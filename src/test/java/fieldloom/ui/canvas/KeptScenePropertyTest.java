package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Obj;
import fieldloom.ui.Sketch;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.DrawingEdit;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Marks;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.RuleLook;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.Scope;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a canvas takes over from before an edit is what it would find if it were made anew. */
class KeptScenePropertyTest {
  private static final int FIELDS = 36;
  private static final double TOP = 76;
  private static final double HEIGHT = 700;
  private static final double[] WIDTHS = {616, 616, 616, 340, 120};

  private final EditorSession session = session();
  private final SchemaTreeViewModel source = tree(Side.SOURCE);
  private final SchemaTreeViewModel target = tree(Side.TARGET);

  private static EditorSession session() {
    Mapping mapping =
        Mapping.empty(
            "Crowded",
            new Document("in", "json", new SchemaRef.File("in.schema.json")),
            new Document("out", "json", new SchemaRef.File("out.schema.json")));
    Obj record = new Obj();
    IntStream.range(0, FIELDS).forEach(i -> record.put("f" + i, "value ".repeat(i % 4) + i));
    EditorSession session =
        new EditorSession(
            mapping,
            Map.of("in", schema("in"), "out", schema("out")),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    session.setSample(new Sample("s.json", Map.of("in", List.of(record, new Obj()))));
    return session;
  }

  private static SchemaTree schema(String name) {
    String fields =
        IntStream.range(0, FIELDS)
            .mapToObj(i -> "  f" + i + ": string")
            .collect(Collectors.joining("\n"));
    return Sketch.of(name + ": object\n" + fields + "\n  g: object\n    a: string\n    b: string");
  }

  private SchemaTreeViewModel tree(Side side) {
    SchemaTreeViewModel tree = new SchemaTreeViewModel(session, side);
    tree.viewportHeightProperty().set(HEIGHT);
    return tree;
  }

  @Property(tries = 40)
  void a_canvas_shows_after_any_edits_what_one_made_anew_shows(@ForAll Random random) {
    EditorSession edited = session();
    SchemaTreeViewModel from = new SchemaTreeViewModel(edited, Side.SOURCE);
    SchemaTreeViewModel to = new SchemaTreeViewModel(edited, Side.TARGET);
    from.viewportHeightProperty().set(HEIGHT);
    to.viewportHeightProperty().set(HEIGHT);
    CanvasViewModel canvas = new CanvasViewModel(edited, from, to);
    double width = WIDTHS[random.nextInt(WIDTHS.length)];
    for (int i = 0; i < 2 * FIELDS; i++) {
      step(edited, from, to, random, i < FIELDS);
      Frame anew = new CanvasViewModel(edited, from, to).frame(width, TOP, HEIGHT);
      assertThat(canvas.frame(width, TOP, HEIGHT)).isEqualTo(anew);
      assertThat(edited.index().views()).isEqualTo(RuleIndex.of(edited.mapping()).views());
    }
  }

  private static void step(
      EditorSession session,
      SchemaTreeViewModel from,
      SchemaTreeViewModel to,
      Random random,
      boolean fill) {
    List<Rule> rules = session.mapping().rules();
    int what = fill || rules.isEmpty() ? 0 : random.nextInt(14);
    switch (what) {
      case 0, 1, 2, 3, 4 -> session.apply(formula(random));
      case 5 -> session.apply(new Edit.DeleteRules(List.of(any(rules, random))));
      case 6, 7 -> session.undo();
      case 8 -> session.redo();
      case 9 -> session.apply(new DrawingEdit.Unfold(any(rules, random), random.nextBoolean()));
      case 10 -> {
        RuleLook.Place place =
            new RuleLook.Place(random.nextInt(200) - 100, random.nextInt(300) - 150);
        session.apply(
            new DrawingEdit.Place(any(rules, random), random.nextInt(3) == 0 ? null : place));
      }
      case 11 -> (random.nextBoolean() ? from : to).setOpen(group(random), random.nextBoolean());
      case 12 -> session.setSampleRecord(random.nextInt(2));
      default -> session.select(Selection.rule(any(rules, random)));
    }
  }

  private static FieldRef group(Random random) {
    return FieldRef.parse((random.nextBoolean() ? "in" : "out") + ".g");
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static Edit formula(Random random) {
    String a = field(random, "in");
    String b = field(random, "in");
    String text =
        switch (random.nextInt(6)) {
          case 0 -> a;
          case 1 -> "UPPER(" + a + ")";
          case 2 -> "\"fixed\"";
          case 3 -> "IF(" + a + " == \"x\", LEFT(" + b + ", 2), " + a + ")";
          default -> "CONCAT(" + a + ", \"-\", " + b + ")";
        };
    return new Edit.SetFormula(FieldRef.parse(field(random, "out")), null, text);
  }

  private static String field(Random random, String document) {
    int n = random.nextInt(FIELDS + 4);
    return document + (n < FIELDS ? ".f" + n : n % 2 == 0 ? ".g.a" : ".g.b");
  }

  @Test
  void an_edit_places_only_the_boxes_near_it_anew() {
    for (int i = 0; i < FIELDS; i += 4) {
      set(i, "CONCAT(in.f" + i + ", in.f" + (i + 1) + ")");
    }
    CanvasScene before = scene(null);
    List<NodeLayout.Placed> were = placed(before);
    set(FIELDS - 4, "UPPER(in.f" + (FIELDS - 4) + ")");
    List<NodeLayout.Placed> are = placed(scene(before));
    assertThat(are).hasSize(FIELDS / 4 - 1).isEqualTo(placed(scene(null)));
    for (int i = 0; i < FIELDS / 8; i++) {
      assertThat(are.get(i)).isSameAs(were.get(i));
    }
  }

  @Test
  void a_result_that_changes_no_rule_leaves_ends_and_places_as_they_are() {
    set(1, "CONCAT(in.f0, in.f1)");
    CanvasScene before = scene(null);
    placed(before);
    session.setSampleRecord(1);
    CanvasScene after = scene(before);
    assertThat(after.table()).isSameAs(before.table());
    assertThat(scene(null).table()).isNotSameAs(before.table());
  }

  private void set(int field, String text) {
    session.apply(new Edit.SetFormula(FieldRef.parse("out.f" + field), null, text));
  }

  private CanvasScene scene(@Nullable CanvasScene before) {
    return new CanvasScene(
        session.index(), Scope.ALL, session.preview(), source, target, Marks.NONE, before);
  }

  private static List<NodeLayout.Placed> placed(CanvasScene scene) {
    return scene.blocks(WIDTHS[0], 28).layout().placed();
  }
}
