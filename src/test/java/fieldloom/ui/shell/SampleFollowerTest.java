package fieldloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.value.Obj;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Projects;
import fieldloom.schema.SchemaLoader;
import fieldloom.store.Store;
import fieldloom.store.Stores;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.problems.ProblemsViewModel;
import fieldloom.ui.schemas.Picks;
import fieldloom.ui.schemas.SchemaKeeper.Kept;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.SampleCheck;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.Side;
import fieldloom.ui.tests.TestRunner;
import fieldloom.ui.tests.TestsViewModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample that is shown follows the schema of its source, whatever its format. */
class SampleFollowerTest {
  @TempDir private Path folder;
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private Store store;
  private WorkspaceFiles files;
  private String path;
  private OpenMapping open;

  @BeforeEach
  void open() throws Exception {
    store = Stores.open(folder.resolve("store"));
    files =
        new WorkspaceFiles(
            store,
            store.workspace("w").id(),
            (content, where, resources) ->
                Projects.load(MappingFile.read(content, where), resources));
    path =
        new NewMapping(
                Picks.of(file("order.json", "{\"no\":\"A1\"}")),
                Picks.of(file("bill.json", "{\"FNo\":\"\"}")),
                "Orders")
            .create(files);
    LoadedMapping loaded = files.load(path);
    EditorSession session =
        new EditorSession(
            loaded.project().mapping(),
            new SchemaLoader.Loaded(loaded.project().schemas(), loaded.project().loading()),
            (side, document) ->
                SchemaLoader.load(document, side == Side.TARGET, loaded.project().resources()),
            Autosaver.none(),
            new ProjectPreviewer(loaded.project().resources()),
            SessionThreads.direct());
    session.setSample(loaded.sample());
    open =
        new OpenMapping(
            path,
            1,
            session,
            FXCollections.observableArrayList(loaded.samples()),
            new TestsViewModel(session, TestRunner.none(), background),
            new ProblemsViewModel(
                session, SampleCheck::ownTables, Runnable::run, SessionThreads.direct()));
    new SampleFollower(files, open, background).follow();
  }

  @AfterEach
  void close() throws Exception {
    background.close();
    store.close();
  }

  private Path file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  private void replace(Path sample) throws Exception {
    Document old = open.session().mapping().driver();
    Kept kept = new PickedDocuments(files, path).keep(Side.SOURCE, old, Picks.of(sample));
    open.session().know(Side.SOURCE, kept.document(), kept.schema());
    open.session().apply(new Edit.PutDocument(Side.SOURCE, kept.document()));
    settle();
  }

  private void settle() {
    pump.until(() -> background.runningProperty().get() == 0);
  }

  private Object no() {
    Object record = open.session().preview().record();
    return record instanceof Obj order ? order.get("no") : record;
  }

  @Test
  void aSampleOfAnotherFormatIsReadAsThatFormatAndUndoShowsTheOldOneAgain() throws Exception {
    assertThat(no()).isEqualTo("A1");
    replace(file("order.csv", "no;qty\nB2;1\n"));
    assertThat(open.session().mapping().driver().format()).isEqualTo("csv");
    assertThat(open.session().sample().name()).isEqualTo("orders/order.csv");
    assertThat(no()).isEqualTo("B2");
    assertThat(open.samples()).contains("orders/order.csv");

    replace(file("order.xml", "<order><no>C3</no></order>"));
    assertThat(no()).isEqualTo("C3");

    open.session().undo();
    settle();
    assertThat(no()).isEqualTo("B2");
    open.session().undo();
    settle();
    assertThat(open.session().sample().name()).isEqualTo("orders/order.json");
    assertThat(no()).isEqualTo("A1");
  }

  @Test
  void aSampleOfTheSourcesFormatIsImportedWhateverItIs() throws Exception {
    replace(file("order.xml", "<order><no>C3</no></order>"));
    EditorSession session = open.session();
    SampleReader reader = files.reader(path, session.mapping(), session.schemas());
    session.setSample(
        files.importSample(
            reader,
            path,
            "more.xml",
            "<order><no>C4</no></order>".getBytes(StandardCharsets.UTF_8)));
    assertThat(no()).isEqualTo("C4");
  }

  @Test
  void anotherNameOfTheSourceKeepsItsValues() {
    open.session().apply(new Edit.RenameDocument(Side.SOURCE, "order", "purchase"));
    settle();
    assertThat(no()).isEqualTo("A1");
  }
}
