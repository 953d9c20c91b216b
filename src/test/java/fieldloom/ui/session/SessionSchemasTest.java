package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaLoader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The schemas of a session follow the sources and targets of its mapping. */
class SessionSchemasTest {
  private static final Document OLD = document("old.json");
  private static final Document BILL = new Document("bill", "json", new SchemaRef.File("b.json"));

  private final Deque<Runnable> loads = new ArrayDeque<>();
  private final List<String> loaded = new ArrayList<>();
  private final List<List<Problem>> previewed = new ArrayList<>();
  private final EditorSession session = session();

  private static Document document(String file) {
    return new Document("order", "json", new SchemaRef.File(file));
  }

  private static SchemaTree tree(String field) {
    SchemaNode child = SchemaNode.builder(field, FieldType.STRING).build();
    return new SchemaTree(
        null, SchemaNode.builder("order", FieldType.OBJECT).children(List.of(child)).build());
  }

  private static SchemaLoader.One load(Document document) {
    String file = ((SchemaRef.File) document.schema()).name();
    if (file.startsWith("bad")) {
      Problem wrong =
          new Problem(
              Problem.Severity.ERROR,
              "schema-unreadable",
              Problem.Place.named("source " + document.name()),
              "The file " + file + " is no JSON at line 3, column 1: end of input.",
              "Correct the schema or give another one.");
      return new SchemaLoader.One(SchemaTree.unknown(document.name()), List.of(wrong));
    }
    return new SchemaLoader.One(tree(file), List.of());
  }

  private EditorSession session() {
    SessionThreads threads =
        new SessionThreads(
            Runnable::run, Runnable::run, Runnable::run, loads::add, (delay, task) -> {});
    return new EditorSession(
        Mapping.empty("m", OLD, BILL),
        new SchemaLoader.Loaded(
            Map.of("order", tree("old.json"), "bill", tree("b.json")), List.of()),
        (side, document) -> {
          loaded.add(side + " " + ((SchemaRef.File) document.schema()).name());
          return load(document);
        },
        Autosaver.none(),
        request -> {
          previewed.add(request.loading());
          return Preview.none(request.mapping());
        },
        threads);
  }

  private void replace(String file) {
    session.apply(new Edit.PutDocument(Side.SOURCE, document(file)));
  }

  private String shown() {
    return session.schemas().get("order").root().children().getFirst().name();
  }

  @Test
  void anotherSchemaIsLoadedInTheBackgroundAndUndoBringsTheOldOneBackAtOnce() {
    replace("new.json");
    assertThat(session.schemasLoadingProperty().get()).isTrue();
    assertThat(shown()).isEqualTo("old.json");
    loads.remove().run();
    assertThat(shown()).isEqualTo("new.json");
    assertThat(session.schemasLoadingProperty().get()).isFalse();

    session.undo();
    assertThat(shown()).isEqualTo("old.json");
    session.redo();
    assertThat(shown()).isEqualTo("new.json");
    assertThat(loads).isEmpty();
    assertThat(loaded).containsExactly("SOURCE new.json");
  }

  @Test
  void aLoadThatWasOvertakenNeverWins() {
    replace("slow.json");
    replace("quick.json");
    Runnable slow = loads.remove();
    loads.remove().run();
    assertThat(shown()).isEqualTo("quick.json");
    slow.run();
    assertThat(shown()).isEqualTo("quick.json");

    replace("late.json");
    session.undo();
    loads.remove().run();
    assertThat(shown()).isEqualTo("quick.json");
  }

  @Test
  void aSchemaThatWasReadBeforeTheEditShowsWithTheEdit() {
    session.know(Side.SOURCE, document("known.json"), load(document("known.json")));
    replace("known.json");
    assertThat(shown()).isEqualTo("known.json");
    assertThat(loads).isEmpty();
  }

  @Test
  void whatIsWrongWithASchemaGoesWithItAndStandsBeforeOtherProblems() {
    replace("bad.json");
    loads.remove().run();
    assertThat(session.schemaProblemsProperty().get())
        .extracting(Problem::message)
        .containsExactly("The file bad.json is no JSON at line 3, column 1: end of input.");
    assertThat(previewed.getLast()).isEqualTo(session.schemaProblemsProperty().get());
    session.undo();
    assertThat(session.schemaProblemsProperty().get()).isEmpty();
    assertThat(previewed.getLast()).isEmpty();
  }

  @Test
  void anotherNameNeedsNoLoading() {
    session.apply(new Edit.RenameDocument(Side.SOURCE, "order", "purchase"));
    assertThat(loads).isEmpty();
    assertThat(session.schemas()).containsOnlyKeys("purchase", "bill");
  }

  @Test
  void anEditOfRulesLoadsNothing() {
    session.apply(new Edit.SetConstant(FieldRef.parse("bill.b"), "1"));
    assertThat(loads).isEmpty();
  }
}
