package fieldloom.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.ui.Snapshots;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

/** Ten thousand target fields: only what is seen is made. */
class LargeTableTest {
  private static final int FIELDS = 10_000;

  private static SchemaTree tree(String name) {
    List<SchemaNode> fields =
        IntStream.range(0, FIELDS)
            .mapToObj(i -> SchemaNode.builder("f" + i, FieldType.STRING).build())
            .toList();
    return new SchemaTree(
        null, SchemaNode.builder(name, FieldType.OBJECT).children(fields).build());
  }

  private static EditorSession session() {
    Mapping mapping =
        Mapping.empty(
                "large",
                new Document("in", "json", new SchemaRef.File("in.json")),
                new Document("out", "json", new SchemaRef.File("out.json")))
            .withRules(
                IntStream.range(0, FIELDS).mapToObj(i -> Rule.link("f" + i, "in.f" + i)).toList());
    return new EditorSession(
        mapping,
        Map.of("in", tree("in"), "out", tree("out")),
        Autosaver.none(),
        request -> fieldloom.ui.session.Preview.none(request.mapping()),
        SessionThreads.direct());
  }

  @Test
  void ten_thousand_rows_are_opened_and_gone_through_with_a_screen_of_cells() {
    EditorSession session = session();
    int cells =
        Snapshots.onToolkit(
            () -> {
              TableFixture table = new TableFixture(session);
              Scene scene = table.scene(1440, 900);
              table.view.show(null);
              scene.snapshot(null);
              assertThat(table.model.rows()).hasSize(FIELDS);
              session.select(Selection.target(FieldRef.parse("out.f9999")));
              scene.snapshot(null);
              assertThat(table.named("f9999, Rule").getAccessibleText()).endsWith(": in.f9999");
              assertThat(table.view.top()).isNotEqualTo(FieldRef.parse("out.f0"));
              session.select(Selection.target(FieldRef.parse("out.f5000")));
              scene.snapshot(null);
              assertThat(table.named("f5000, Rule").getAccessibleText()).endsWith(": in.f5000");
              return table.root.lookupAll(".fl-rules-cell").size();
            });
    assertThat(cells).isLessThan(60 * Column.values().length);
  }
}
