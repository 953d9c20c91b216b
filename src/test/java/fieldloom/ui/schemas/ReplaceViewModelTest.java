package fieldloom.ui.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.catalog.Catalog;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.schema.SchemaLoader;
import fieldloom.schema.SchemaReaders;
import fieldloom.store.StoreException;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Rebinding;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.Side;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaceViewModelTest {
  private static final String ORDER = "{'no':'A1','memo':'m','qty':1}";

  @TempDir private Path folder;
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private final PickViewModel pick = new PickViewModel(background, Catalog::carried);
  private final List<Rebinding> done = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private EditorSession session;
  private ReplaceViewModel model;

  @BeforeEach
  void open() throws Exception {
    Document order = new Document("order", "json", new SchemaRef.File("order.json"));
    Document bill = new Document("bill", "json", new SchemaRef.File("bill.json"));
    Mapping mapping =
        Mapping.empty("m", order, bill)
            .withRules(
                List.of(
                    Rule.link("FNo", "order.no"),
                    Rule.link("FMemo", "order.memo"),
                    Rule.link("FQty", "order.qty")));
    session =
        new EditorSession(
            mapping,
            Map.of("order", SchemaReaders.read("order.json", bytes(ORDER), null)),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    model = replacing((side, old, picked) -> kept(old, picked));
  }

  @AfterEach
  void close() {
    background.close();
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private ReplaceViewModel replacing(SchemaKeeper keeper) {
    return new ReplaceViewModel(session, Side.SOURCE, "order", pick, keeper, background);
  }

  private static SchemaKeeper.Kept kept(Document old, SchemaPick picked) {
    return new SchemaKeeper.Kept(
        old.withSchema(new SchemaRef.File("kept/" + picked.names().getFirst())),
        new SchemaLoader.One(picked.tree(), List.of()));
  }

  private void pick(String json) throws Exception {
    Path file = folder.resolve("new.json");
    Files.write(file, bytes(json));
    pick.pick(List.of(file));
    pump.until(() -> model.rebindingProperty().get() != null);
  }

  private void apply() {
    model.apply(done::add, failed::add);
    pump.until(() -> !model.applyingProperty().get());
  }

  @Test
  void whatBecomesOfTheLinksIsKnownBeforeAnythingIsChanged() throws Exception {
    Mapping before = session.mapping();
    pick("{'no':'A1','head':{'memo':'m'},'quantity':2}");

    Rebinding links = model.rebindingProperty().get();
    assertThat(links.kept()).isEqualTo(1);
    assertThat(links.moved())
        .containsExactly(
            Map.entry(FieldRef.parse("order.memo"), FieldRef.parse("order.head.memo")));
    assertThat(links.lost())
        .extracting(Rebinding.Lost::field)
        .containsExactly(FieldRef.parse("order.qty"));
    assertThat(model.isWithoutLinks()).isFalse();
    assertThat(session.mapping()).isSameAs(before);
  }

  @Test
  void applyingIsOneEditWithWhatWasChosenAndOneUndoBringsAllBack() throws Exception {
    Mapping before = session.mapping();
    pick("{'no':'A1','head':{'memo':'m'},'quantity':2}");
    FieldRef lost = FieldRef.parse("order.qty");
    model.choose(lost, FieldRef.parse("order.quantity"));
    assertThat(model.chosen(lost)).isEqualTo(FieldRef.parse("order.quantity"));
    apply();

    assertThat(failed).isEmpty();
    assertThat(done).hasSize(1);
    assertThat(session.mapping().driver().schema()).isEqualTo(new SchemaRef.File("kept/new.json"));
    assertThat(session.mapping().rules())
        .extracting(Rule::from)
        .containsExactly("order.no", "order.head.memo", "order.quantity");
    assertThat(session.schemas().get("order").root().child("head")).isNotNull();

    session.undo();
    assertThat(session.mapping()).isEqualTo(before);
    assertThat(session.schemas().get("order").root().child("qty")).isNotNull();
  }

  @Test
  void aFailedSaveChangesNothingAndCanBeTriedAgain() throws Exception {
    model =
        replacing(
            (side, old, picked) -> {
              throw new StoreException("The disk is full.");
            });
    Mapping before = session.mapping();
    pick("{'no':'A1'}");
    apply();
    assertThat(failed).containsExactly("The disk is full.");
    assertThat(session.mapping()).isSameAs(before);
    assertThat(model.rebindingProperty().get()).isNotNull();
  }

  @Test
  void withoutRulesThereIsNothingToBeTold() throws Exception {
    session.apply(
        new fieldloom.ui.session.Edit.ReplaceMapping(
            session.mapping().withRules(List.of()), "clear"));
    pick("{'x':1}");
    assertThat(model.isWithoutLinks()).isTrue();
  }

  @Test
  void anotherFileForgetsWhatWasChosenForTheFirst() throws Exception {
    pick("{'no':'A1','quantity':2}");
    model.choose(FieldRef.parse("order.qty"), FieldRef.parse("order.quantity"));
    pick("{'no':'A1','amount':2}");
    assertThat(model.chosen(FieldRef.parse("order.qty"))).isNull();
  }
}
