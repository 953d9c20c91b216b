package fieldloom.ui.shell;

import fieldloom.pack.MappingFile;
import fieldloom.pack.Projects;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.ui.FakeChoosers;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.jobs.JobRunner;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.problems.ProblemsViewModel;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.SampleCheck;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.tests.TestRunner;
import fieldloom.ui.tests.TestsViewModel;
import java.nio.file.Path;
import java.util.Map;
import javafx.collections.FXCollections;

/** Workbenches without a window, for tests of what is done on them. */
final class Benches {
  private Benches() {}

  static Workbench on(Store store, Pump pump, Background background, JobRunner runner)
      throws StoreException {
    return new Workbench(
        new ShellServices(
            store,
            store.workspace("w"),
            (content, path, resources) -> Projects.load(MappingFile.read(content, path), resources),
            runner,
            path -> TestRunner.none(),
            Samples.none(),
            Settings.inMemory(),
            new FakeChoosers(),
            background,
            SessionThreads.direct(),
            pump,
            Path.of("out"),
            Map.of()));
  }

  /** The order mapping, open, its edits going to that saver. */
  static OpenMapping mapping(Autosaver saver, Background background) {
    EditorSession session =
        new EditorSession(
            OrderToBill.empty(),
            OrderToBill.schemas(),
            saver,
            Previewer.engine(),
            SessionThreads.direct());
    return new OpenMapping(
        "orders.flmap",
        1,
        session,
        FXCollections.observableArrayList(),
        new TestsViewModel(session, TestRunner.none(), background),
        new ProblemsViewModel(
            session, SampleCheck::ownTables, Runnable::run, SessionThreads.direct()));
  }
}
